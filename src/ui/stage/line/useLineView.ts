import { useReducedMotion } from '@mantine/hooks';
import { useState } from 'react';
import { useApp } from '../../store';
import type { Hand } from './figures';

/** What a person has set of the 1-D stage. */
export interface LineSettings {
  /** Half the width of the tolerance, in standard deviations of the real samples. */
  deviations: number;
  setDeviations(deviations: number): void;
  /** The knobs of the machine; null before they are touched, which stands for {@link firstHand}. */
  hand: Hand | null;
  setHand(hand: Hand): void;
  /** The sample that is to be judged blind; null while nobody judges. */
  asked: number | null;
  setAsked(sample: number | null): void;
  /** Whether screws are on their way. */
  moving: boolean;
}

/** The settings of the 1-D stage. */
export function useLineView(): LineSettings {
  const [deviations, setDeviations] = useState(2);
  const [hand, setHand] = useState<Hand | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const still = useReducedMotion();
  const transport = useApp((app) => app.run?.data.kind === '1d' && app.layers['1d'].includes('transport'));
  return { deviations, setDeviations, hand, setHand, asked, setAsked, moving: transport && !still && asked === null };
}

/** The machine before anybody sets it: in the middle of the axis, a tenth of it wide. */
export const firstHand = ([low, high]: readonly [number, number]): Hand => ({
  mean: (low + high) / 2,
  sd: (high - low) / 20,
});

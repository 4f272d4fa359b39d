import { useEffect, useState } from 'react';
import type { PriorPart } from '../../core/conditions';
import { useApp } from '../store';
import { axisOf, type Latent } from './vectors';

/** Directions that are looked for. */
const COUNT = 8;

/** One way to go in the noise. */
export interface Way {
  /** `direction` found by principal components, or one number of the latent: of its noise, a uniform code, a class; from 1 on. */
  kind: 'direction' | 'dimension' | 'code' | 'class';
  number: number;
  vector: Latent;
  /** Ends of the numbers that are of use there. */
  low: number;
  high: number;
  /** Share of the pictures' variance that a direction explains. */
  share: number | null;
}

/** Standard deviations of the noise that sliders reach. */
const REACH = 3;

/** The directions of the open run's G, as they were found last; looked for at once where there are none yet. */
export function useDirections(latentSize: number) {
  const find = useApp((app) => app.findDirections);
  const [found, setFound] = useState<{ ways: readonly Way[]; iteration: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    setBusy(true);
    const reply = await find(Math.min(COUNT, latentSize));
    setBusy(false);
    if (!reply) return;
    const ways = reply.shares.map(
      (share, i): Way => ({
        kind: 'direction',
        number: i + 1,
        vector: reply.directions.slice(i * latentSize, (i + 1) * latentSize),
        low: -REACH,
        high: REACH,
        share,
      }),
    );
    setFound({ ways, iteration: reply.iteration });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the tool opens
  useEffect(() => {
    void look();
  }, []);
  return { found, busy, look };
}

const PART_KINDS = {
  normal: { kind: 'dimension', low: -REACH, high: REACH },
  uniform: { kind: 'code', low: -1, high: 1 },
  classes: { kind: 'class', low: 0, high: 1 },
} as const;

/** The latent's own numbers, one by one, as the parts of the prior make them. */
export function dimensionsOf(size: number, prior: readonly PriorPart[] = [{ kind: 'normal', size }]): Way[] {
  const numbers = prior.flatMap((part) =>
    Array.from({ length: part.size }, (_, i) => ({ of: part.kind, number: i + 1 })),
  );
  return numbers.flatMap(({ of, number }, i): Way[] =>
    of === 'given' ? [] : [{ ...PART_KINDS[of], number, vector: axisOf(size, i), share: null }],
  );
}

import type { Measured, Quality } from '../quality';
import type { Evidence } from './types';

/** Recorded points that say how things stand now, and as many as there must be before anything is said. */
const WINDOW = 50;
/** Recorded points that say how things began. */
const FIRST = 20;

/** The curve's last points, or null where there are too few (or no such curve). */
export function recent({ curves }: Evidence, id: string): number[] | null {
  const measured = (curves[id] ?? []).filter((value) => !Number.isNaN(value));
  return measured.length < WINDOW ? null : measured.slice(-WINDOW);
}

/** The curve's first points, or null where there are not enough for a beginning and a present. */
export function early({ curves }: Evidence, id: string): number[] | null {
  const measured = (curves[id] ?? []).filter((value) => !Number.isNaN(value));
  return measured.length < FIRST + WINDOW ? null : measured.slice(0, FIRST);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** A metric of a measurement, or null where it was not measured. */
export const metricOf = (quality: Quality | undefined, id: string): Measured | null =>
  quality?.metrics.find((one) => one.id === id) ?? null;

/** 0 up to `none`, 1 from `sure` on (which may be the smaller one), a straight line between. */
export function between(value: number, none: number, sure: number): number {
  return Math.min(1, Math.max(0, (value - none) / (sure - none)));
}

/** Whether much of what is made lies among the real samples. Noise crowds in one class too, but has not collapsed. */
export function looksReal(quality: Quality): boolean {
  const precision = metricOf(quality, 'precision');
  return precision !== null && precision.value > 0.5 * precision.floor;
}

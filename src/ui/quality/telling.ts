import type { Measured, Quality } from '../../core/quality';

/** Metrics in the order in which they say most; the first three that apply are drawn over the iterations. */
const TELLING = ['modes', 'highQuality', 'w1', 'mnistScore', 'fdFeatures', 'js', 'coverage', 'auc'];
const PANELS = 3;

/** Metrics that are drawn in the panel of another one, whose value they estimate. */
export const BESIDE: Readonly<Record<string, string>> = { w1: 'criticW1' };

/** The ids of the three most telling metrics of what was measured. */
export function telling({ metrics }: Quality): string[] {
  const measured = (id: string) => metrics.some((metric) => metric.id === id);
  // A metric that has its estimate beside it is what the run is about.
  const estimated = Object.keys(BESIDE).filter((id) => measured(BESIDE[id] as string));
  return [...new Set([...estimated, ...TELLING])].filter(measured).slice(0, PANELS);
}

/** A value in the digits that it deserves, with its unit where it has one. */
export function showMeasured(value: number, unit: Measured['unit'], dataUnit: string): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '—';
  const digits = Number.isInteger(value) ? String(value) : Number(value.toPrecision(3)).toString();
  return unit === 'data' && dataUnit ? `${digits} ${dataUnit}` : digits;
}

/** A share as whole per cent. */
export const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

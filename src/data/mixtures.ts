import { exp } from '../core/maths';
import { drawnSet } from './points';
import type { Dataset, DatasetInfo } from './types';

interface MixtureSpec {
  id: string;
  /** Centres of the modes in data units, each of one or two coordinates. */
  centres: readonly (readonly number[])[];
  sigma: number;
  shift: readonly number[];
  scale: readonly number[];
  range: readonly (readonly [number, number])[];
}

/** A mixture of equally likely round Gaussians of equal width, with its exact density. */
export function gaussianMixture({ id, centres, sigma, shift, scale, range }: MixtureSpec): Dataset {
  const dims = shift.length;
  const info: DatasetInfo = {
    id,
    kind: dims === 1 ? '1d' : '2d',
    shape: [dims],
    shift,
    scale,
    range,
    modes: { centres, sigma },
  };
  return drawnSet(
    info,
    (stream, out, at) => {
      const centre = centres[stream.below(centres.length)] as readonly number[];
      for (let d = 0; d < dims; d++) out[at + d] = (centre[d] as number) + sigma * stream.normal();
    },
    (x) => {
      let sum = 0;
      for (const centre of centres) sum += normalDensity(x, centre, sigma);
      return sum / centres.length;
    },
  );
}

/** Density of the round normal distribution N(centre, sigma² I) at x, in any number of dimensions. */
export function normalDensity(x: readonly number[], centre: readonly number[], sigma: number): number {
  let squared = 0;
  for (const [d, c] of centre.entries()) squared += ((x[d] as number) - c) ** 2;
  const peak = (sigma * Math.sqrt(2 * Math.PI)) ** -centre.length;
  return peak * exp(Math.max(-700, -squared / (2 * sigma ** 2)));
}

import { fillPrior, type PriorPart } from '../../core/conditions';
import { Stream } from '../../core/random';
import { normalQuantile } from '../../core/statistics';

/** A point of the noise that G makes a sample of. */
export type Latent = Float32Array;

/** Latents of the prior: N(0, I), unless it has parts. */
export function randomLatents(seed: number, count: number, size: number, prior?: readonly PriorPart[]): Latent[] {
  const stream = new Stream(seed, 'latents');
  return Array.from({ length: count }, () => fillPrior(new Float32Array(size), prior, stream));
}

/** The latent with another class in the parts of the prior that say one; a class that a part lacks leaves it as it is. */
export function withClass(latent: Latent, chosen: number, prior: readonly PriorPart[] = []): Latent {
  const changed = latent.slice();
  let at = 0;
  for (const { kind, size } of prior) {
    if (kind === 'classes' && chosen < size) {
      changed.fill(0, at, at + size);
      changed[at + chosen] = 1;
    }
    at += size;
  }
  return changed;
}

/** The latent with these numbers in the part of the prior that is given, and no class beside them. */
export function withGiven(latent: Latent, values: Float32Array, prior: readonly PriorPart[] = []): Latent {
  const changed = latent.slice();
  let at = 0;
  for (const { kind, size } of prior) {
    if (kind === 'classes') changed.fill(0, at, at + size);
    if (kind === 'given') changed.set(values, at);
    at += size;
  }
  return changed;
}

/** Latents one behind the other, as the worker takes them. */
export function pack(latents: readonly Latent[]): Float32Array {
  const size = latents[0]?.length ?? 0;
  const packed = new Float32Array(latents.length * size);
  for (const [i, latent] of latents.entries()) packed.set(latent, i * size);
  return packed;
}

/** Their mean: what several samples have in common (Radford et al. 2015, section 6.3.2). */
export const average = (latents: readonly Latent[]): Latent =>
  (latents[0] as Latent).map(
    (_, i) => latents.reduce((sum, latent) => sum + (latent[i] as number), 0) / latents.length,
  );

/** On the straight line from a to b. */
export const linear = (a: Latent, b: Latent, t: number): Latent =>
  a.map((value, i) => value + t * ((b[i] as number) - value));

const norm = (z: Latent): number => Math.sqrt(z.reduce((sum, value) => sum + value * value, 0));

/**
 * On the great circle from a to b (Shoemake 1985; White 2016, arXiv 1609.04468): the length stays like that of the ends, as
 * noise of many dimensions has nearly the same length everywhere. Straight where the two point the same way, or opposite ways.
 */
export function spherical(a: Latent, b: Latent, t: number, prior?: readonly PriorPart[]): Latent {
  if (prior) return byParts(a, b, t, prior);
  const cosine = a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / (norm(a) * norm(b));
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine)));
  const sine = Math.sin(angle);
  if (!(sine > 1e-4)) return linear(a, b, t);
  const [from, to] = [Math.sin((1 - t) * angle) / sine, Math.sin(t * angle) / sine];
  return a.map((value, i) => from * value + to * (b[i] as number));
}

/** On the great circle where the prior is normal, on the straight line in its other parts. */
function byParts(a: Latent, b: Latent, t: number, prior: readonly PriorPart[]): Latent {
  const out = new Float32Array(a.length);
  let at = 0;
  for (const { kind, size } of prior) {
    const [from, to] = [a.subarray(at, at + size), b.subarray(at, at + size)];
    out.set(kind === 'normal' ? spherical(from, to, t) : linear(from, to, t), at);
    at += size;
  }
  return out;
}

/** a − b + c */
export const arithmetic = (a: Latent, b: Latent, c: Latent): Latent =>
  a.map((value, i) => value - (b[i] as number) + (c[i] as number));

/** The latent with its coordinate along a direction of length 1 set to t. */
export function along(z: Latent, direction: Latent, t: number): Latent {
  const change = t - coordinate(z, direction);
  return z.map((value, i) => value + change * (direction[i] as number));
}

/** The coordinate of a latent along a direction of length 1. */
export const coordinate = (z: Latent, direction: Latent): number =>
  z.reduce((sum, value, i) => sum + value * (direction[i] as number), 0);

/** The direction of one dimension alone. */
export function axisOf(size: number, dimension: number): Latent {
  const axis = new Float32Array(size);
  axis[dimension] = 1;
  return axis;
}

/** One axis of a map: its direction, and whether its numbers are normal, or lie evenly between two ends. */
export interface MapAxis {
  vector: Latent;
  even: readonly [low: number, high: number] | null;
}

/**
 * A grid over two directions through a latent, row by row from above: the first grows to the right, the second upwards. Its
 * places are the prior's equally likely quantiles, as in the map of Kingma and Welling (2013, arXiv 1312.6114, fig. 4).
 */
export function latentGrid(base: Latent, right: MapAxis, up: MapAxis, side: number): Latent[] {
  const places = ({ even }: MapAxis): number[] =>
    Array.from({ length: side }, (_, i) => {
      if (!even) return normalQuantile((i + 0.5) / side);
      return even[0] + ((even[1] - even[0]) * i) / (side - 1);
    });
  return places(up)
    .toReversed()
    .flatMap((y) => places(right).map((x) => along(along(base, right.vector, x), up.vector, y)));
}

/** Evenly from 0 to 1. */
export const steps = (count: number): number[] => Array.from({ length: count }, (_, i) => i / (count - 1));

/** Pictures between the first and the last one in pixels: what interpolation is not. */
export function crossFade(first: Uint8Array, last: Uint8Array, count: number): Uint8Array {
  const out = new Uint8Array(count * first.length);
  for (const [k, t] of steps(count).entries()) {
    for (let i = 0; i < first.length; i++) {
      out[k * first.length + i] = Math.round((1 - t) * (first[i] as number) + t * (last[i] as number));
    }
  }
  return out;
}

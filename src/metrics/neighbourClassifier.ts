import { squaredDistance } from './input';

/** Rows [n × dims], each with its class. */
export interface Labelled {
  x: Float32Array;
  labels: ArrayLike<number>;
}

/** Neighbours that vote. */
const K = 5;

/** The class of each of the first n rows, as a nearest-neighbour classifier reads them that knows `learned`. */
export function neighbourClasses(learned: Labelled, tested: Float32Array, n: number, dims: number): number[] {
  return Array.from({ length: n }, (_, i) => vote(learned, tested, i, dims));
}

/**
 * Share of `tested` whose class a nearest-neighbour classifier finds that knows `learned` alone: the class that most of the five
 * nearest have, and of equally many the one that is nearest. It has nothing to tune, so two such shares can be compared.
 */
export function neighbourAccuracy(learned: Labelled, tested: Labelled, dims: number): number {
  const found = neighbourClasses(learned, tested.x, tested.labels.length, dims);
  return found.filter((label, i) => label === tested.labels[i]).length / found.length;
}

function vote({ x, labels }: Labelled, tested: Float32Array, i: number, dims: number): number {
  const nearest: { distance: number; label: number }[] = [];
  for (let j = 0; j < labels.length; j++) {
    const distance = squaredDistance(tested, i, x, j, dims);
    if (nearest.length === K && distance >= (nearest.at(-1)?.distance ?? 0)) continue;
    const place = nearest.findIndex((one) => one.distance > distance);
    nearest.splice(place < 0 ? nearest.length : place, 0, { distance, label: labels[j] as number });
    nearest.length = Math.min(nearest.length, K);
  }
  const votes = new Map<number, number>();
  for (const { label } of nearest) votes.set(label, (votes.get(label) ?? 0) + 1);
  const most = Math.max(...votes.values());
  return nearest.find(({ label }) => votes.get(label) === most)?.label ?? Number.NaN;
}

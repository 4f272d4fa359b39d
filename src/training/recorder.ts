import {
  concat,
  keep,
  mean,
  reshape,
  type Scalar,
  sigmoid,
  stack,
  type Tensor,
  type Tensor1D,
  tidy,
} from '@tensorflow/tfjs-core';
import { termCurve } from '../core/curves';
import type { CurveInfo, CurvePoint } from '../core/stage';
import type { Sighting } from '../nn/step';
import type { System } from '../systems/types';

/** The curves that a system has: each player's loss and gradient norm, named terms, the mean scores, and gradients that are compared. */
export function curvesOf(system: System): CurveInfo[] {
  const players = [...new Set(system.turns.map(({ player }) => player))];
  return [
    ...players.map((of): CurveInfo => ({ id: `loss/${of}`, group: 'loss', of })),
    ...(system.terms ?? []).map((of): CurveInfo => ({ id: termCurve(of), group: 'loss', of })),
    ...(system.scores ? ['real', 'fake'].map((of): CurveInfo => ({ id: `score/${of}`, group: 'score', of })) : []),
    ...players.map((of): CurveInfo => ({ id: `gradient/${of}`, group: 'gradient', of })),
    ...(system.compared ?? []).map((of): CurveInfo => ({ id: `gradient/${of}`, group: 'compared', of })),
    // Last, so that what was recorded without them stays readable.
    ...Object.entries(system.parts).flatMap(([name, part]) => part.curvesAs?.(name) ?? []),
  ];
}

/** The scalars of one watched move, packed. */
export interface PackedMove {
  /** Which curve each value belongs to. */
  indices: readonly number[];
  /** [values] */
  values: Tensor1D;
}

/**
 * Collects the scalars of watched moves, on the device where that is elsewhere, and reads them in one packed tensor, so
 * that training is never stopped for a number.
 */
export class Recorder {
  readonly curves: readonly CurveInfo[];
  private readonly index: ReadonlyMap<string, number>;
  /** The first measured value that was not a finite number; null while all is well. */
  bad: { iteration: number; curve: string } | null = null;
  private pending: { iteration: number; indices: readonly number[]; values: Tensor1D | Float32Array }[] = [];

  constructor(private readonly system: System) {
    this.curves = curvesOf(system);
    this.index = new Map(this.curves.map(({ id }, i) => [id, i]));
  }

  /** Whether a quantity named by `io.see` goes into a curve. */
  watches = (name: string): boolean =>
    this.index.has(name) ||
    this.index.has(termCurve(name)) ||
    name === this.system.scores?.real ||
    name === this.system.scores?.fake;

  /** The scalars of one move as one tensor. Call inside the move's tidy. */
  pack(player: string, loss: Scalar, sightings: readonly Sighting[]): PackedMove {
    const found: [string, Tensor][] = [[`loss/${player}`, loss]];
    const scores = this.system.scores;
    for (const { name, value } of sightings) {
      if (this.index.has(name)) found.push([name, value]);
      if (this.index.has(termCurve(name))) found.push([termCurve(name), mean(value)]);
      if (player !== 'discriminator' || !scores) continue;
      // Both means come from the discriminator's own move, so that they speak of the same D.
      if (name === scores.real) found.push(['score/real', this.meanScore(value)]);
      if (name === scores.fake) found.push(['score/fake', this.meanScore(value)]);
    }
    const values = stack(found.map(([, value]) => reshape(value, []))) as Tensor1D;
    return { indices: found.map(([id]) => this.index.get(id) as number), values };
  }

  /** Keeps the packed scalars of one move until they are flushed; an array is taken over, a tensor outlives its tidy. */
  record(iteration: number, indices: readonly number[], values: Tensor1D | Float32Array): void {
    this.pending.push({ iteration, indices, values: values instanceof Float32Array ? values : keep(values) });
  }

  /** Reads everything recorded since the last call. */
  async flush(): Promise<CurvePoint[]> {
    const pending = this.pending;
    if (pending.length === 0) return [];
    this.pending = [];
    const numbers = await readAll(pending.map(({ values }) => values));
    const rows = new Map<number, number[]>();
    for (const [move, { iteration, indices }] of pending.entries()) {
      const row = rows.get(iteration) ?? new Array<number>(this.curves.length).fill(Number.NaN);
      rows.set(iteration, row);
      for (const [i, index] of indices.entries()) {
        const value = numbers[move]?.[i] as number;
        row[index] = value;
        if (!Number.isFinite(value)) this.bad ??= { iteration, curve: this.curves[index]?.id ?? '' };
      }
    }
    return [...rows].map(([iteration, values]) => ({ iteration, values }));
  }

  /** Forgets what was recorded and not read yet, and that a number went bad: the run is put into another state. */
  forget(): void {
    this.dispose();
    this.bad = null;
  }

  dispose(): void {
    for (const { values } of this.pending) if (!(values instanceof Float32Array)) values.dispose();
    this.pending = [];
  }

  private meanScore(scores: Tensor): Tensor {
    return mean(this.system.scores?.meaning === 'logit' ? sigmoid(scores) : scores);
  }
}

/** The numbers of all, with a single read for those that are still on a device, which are disposed of. */
async function readAll(all: readonly (Tensor1D | Float32Array)[]): Promise<Float32Array[]> {
  const tensors = all.filter((values): values is Tensor1D => !(values instanceof Float32Array));
  if (tensors.length === 0) return all as Float32Array[];
  const packed = tidy(() => concat(tensors));
  const sizes = new Map(tensors.map((values) => [values, values.size]));
  for (const values of tensors) values.dispose();
  const numbers = await packed.data<'float32'>();
  packed.dispose();
  let offset = 0;
  return all.map((values) => {
    if (values instanceof Float32Array) return values;
    const from = offset;
    offset += sizes.get(values) as number;
    return numbers.subarray(from, offset);
  });
}

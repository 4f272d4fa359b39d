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
import type { CurveInfo, CurvePoint } from '../core/stage';
import type { Sighting } from '../nn/step';
import type { System } from '../systems/types';

/** The curves that a system has: each player's loss and gradient norm, and the mean scores. */
export function curvesOf(system: System): CurveInfo[] {
  const players = system.turns.map(({ player }) => player);
  return [
    ...players.map((of): CurveInfo => ({ id: `loss/${of}`, group: 'loss', of })),
    ...(system.scores ? ['real', 'fake'].map((of): CurveInfo => ({ id: `score/${of}`, group: 'score', of })) : []),
    ...players.map((of): CurveInfo => ({ id: `gradient/${of}`, group: 'gradient', of })),
  ];
}

/**
 * Collects the scalars of watched moves on the device and reads them in one packed tensor, so that training is never
 * stopped for a number.
 */
export class Recorder {
  readonly curves: readonly CurveInfo[];
  private readonly index: ReadonlyMap<string, number>;
  /** The first measured value that was not a finite number; null while all is well. */
  bad: { iteration: number; curve: string } | null = null;
  private pending: { iteration: number; indices: number[]; values: Tensor1D }[] = [];

  constructor(private readonly system: System) {
    this.curves = curvesOf(system);
    this.index = new Map(this.curves.map(({ id }, i) => [id, i]));
  }

  /** Whether a quantity named by `io.see` goes into a curve. */
  watches = (name: string): boolean =>
    this.index.has(name) || name === this.system.scores?.real || name === this.system.scores?.fake;

  /** Keeps the scalars of one move. Call inside the move's tidy. */
  record(iteration: number, player: string, loss: Scalar, sightings: readonly Sighting[]): void {
    const found: [string, Tensor][] = [[`loss/${player}`, loss]];
    const scores = this.system.scores;
    for (const { name, value } of sightings) {
      if (this.index.has(name)) found.push([name, value]);
      if (player !== 'discriminator' || !scores) continue;
      // Both means come from the discriminator's own move, so that they speak of the same D.
      if (name === scores.real) found.push(['score/real', this.meanScore(value)]);
      if (name === scores.fake) found.push(['score/fake', this.meanScore(value)]);
    }
    const values = keep(stack(found.map(([, value]) => reshape(value, [])))) as Tensor1D;
    this.pending.push({ iteration, indices: found.map(([id]) => this.index.get(id) as number), values });
  }

  /** Reads everything recorded since the last call. */
  async flush(): Promise<CurvePoint[]> {
    const pending = this.pending;
    if (pending.length === 0) return [];
    this.pending = [];
    const packed = tidy(() => concat(pending.map(({ values }) => values)));
    for (const { values } of pending) values.dispose();
    const numbers = await packed.data<'float32'>();
    packed.dispose();
    const rows = new Map<number, number[]>();
    let offset = 0;
    for (const { iteration, indices } of pending) {
      const row = rows.get(iteration) ?? new Array<number>(this.curves.length).fill(Number.NaN);
      rows.set(iteration, row);
      for (const index of indices) {
        const value = numbers[offset++] as number;
        row[index] = value;
        if (!Number.isFinite(value)) this.bad ??= { iteration, curve: this.curves[index]?.id ?? '' };
      }
    }
    return [...rows].map(([iteration, values]) => ({ iteration, values }));
  }

  dispose(): void {
    for (const { values } of this.pending) values.dispose();
    this.pending = [];
  }

  private meanScore(scores: Tensor): Tensor {
    return mean(this.system.scores?.meaning === 'logit' ? sigmoid(scores) : scores);
  }
}

import type { Shape } from '../../../src/core/layers';
import type { Layer, Place } from './layers';

const EPSILON = 1e-8;

/**
 * The minibatch's standard deviation: sample i is of group i mod (columns / members); each group's deviation, averaged over all
 * numbers of a sample, is one more channel. Some ten thousand numbers, so that plain JavaScript is fast enough.
 */
export function deviation([height, width, channels]: Shape, members: number, { arena, columns }: Place): Layer {
  const pixels = (height as number) * (width as number);
  const inputs = pixels * (channels as number);
  const features = inputs + pixels;
  const groups = columns / members;
  if (!Number.isInteger(groups)) throw new Error('the hand-written step deals whole groups only');
  const y = arena.floats(features * columns);
  const means = new Float32Array(inputs * groups);
  const deviations = new Float32Array(inputs * groups);
  const rows = (at: number, count: number) => arena.view(at, count * columns);
  /** Row of the output that has row f of the input. */
  const moved = (f: number): number => f + Math.floor(f / (channels as number));
  const added = (pixel: number): number => (pixel + 1) * ((channels as number) + 1) - 1;

  /** Mean and deviation of row f in every group; adds to the groups' average. */
  function measure(x: Float32Array, f: number, spread: Float32Array): void {
    for (let j = 0; j < groups; j++) {
      let [sum, squares] = [0, 0];
      for (let i = j; i < columns; i += groups) sum += x[f * columns + i] as number;
      const mean = sum / members;
      for (let i = j; i < columns; i += groups) squares += ((x[f * columns + i] as number) - mean) ** 2;
      const sd = Math.sqrt(squares / members + EPSILON);
      means[f * groups + j] = mean;
      deviations[f * groups + j] = sd;
      spread[j] = (spread[j] as number) + sd / inputs;
    }
  }

  return {
    y,
    features,
    forward(from) {
      const [x, out] = [rows(from, inputs), rows(y, features)];
      const spread = new Float32Array(groups);
      for (let f = 0; f < inputs; f++) {
        out.set(x.subarray(f * columns, (f + 1) * columns), moved(f) * columns);
        measure(x, f, spread);
      }
      for (let p = 0; p < pixels; p++) {
        for (let i = 0; i < columns; i++) out[added(p) * columns + i] = spread[i % groups] as number;
      }
    },
    backward(from, d, dx) {
      if (!dx) return;
      const [x, given, passed] = [rows(from, inputs), rows(d, features), rows(dx, inputs)];
      const wanted = new Float32Array(groups);
      for (let p = 0; p < pixels; p++) {
        for (let i = 0; i < columns; i++) {
          wanted[i % groups] = (wanted[i % groups] as number) + (given[added(p) * columns + i] as number);
        }
      }
      for (let f = 0; f < inputs; f++) {
        for (let i = 0; i < columns; i++) {
          const j = i % groups;
          const away = (x[f * columns + i] as number) - (means[f * groups + j] as number);
          const share = (wanted[j] as number) / (inputs * members * (deviations[f * groups + j] as number));
          passed[f * columns + i] = (given[moved(f) * columns + i] as number) + share * away;
        }
      }
    },
  };
}

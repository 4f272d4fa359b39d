import type { Executor, MakeExecutor, Program } from '../../engine/replay/executor';
import { simplify } from '../../engine/replay/passes';
import { record } from '../../engine/replay/recording';
import type { DigitClassifier } from '../../nn/digitClassifier';

/** Pictures that one run of the program judges. */
const BATCH = 100;
const AREA = 28 * 28;

/** Numbers of a classifier as the file holds them: two scales (float32), then 16-bit shares of each network's greatest. */
export function packWeights(classifier: DigitClassifier): Uint8Array {
  const arrays = Object.values(classifier.state()).map((variable) => variable.dataSync<'float32'>());
  const scales = arrays.map((array) => array.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 32_767);
  const shares = arrays.flatMap((array, i) => [
    ...Int16Array.from(array, (value) => Math.round(value / (scales[i] as number))),
  ]);
  const bytes = new Uint8Array(4 * scales.length + 2 * shares.length);
  bytes.set(new Uint8Array(Float32Array.from(scales).buffer));
  bytes.set(new Uint8Array(Int16Array.from(shares).buffer), 4 * scales.length);
  return bytes;
}

/** Weights by the name of the state, from what {@link packWeights} made. Throws where the length is not the classifier's. */
export function unpackWeights(bytes: Uint8Array, classifier: DigitClassifier): Record<string, Float32Array> {
  const state = Object.entries(classifier.state());
  const own = bytes.slice();
  const scales = new Float32Array(own.buffer, 0, state.length);
  const shares = new Int16Array(own.buffer, 4 * state.length);
  if (shares.length !== state.reduce((sum, [, { size }]) => sum + size, 0))
    throw new Error('weights of another classifier');
  let offset = 0;
  return Object.fromEntries(
    state.map(([name, { size }], i) => {
      const part = Float32Array.from(shares.subarray(offset, offset + size), (share) => share * (scales[i] as number));
      offset += size;
      return [name, part];
    }),
  );
}

/** Runs a classifier's recorded `judge` over any number of pictures. */
export class DigitJudge {
  private readonly executor: Executor;
  private readonly program: Program;

  constructor(
    classifier: DigitClassifier,
    weights: Readonly<Record<string, Float32Array>>,
    makeExecutor: MakeExecutor,
  ) {
    const variables = Object.entries(classifier.state());
    this.executor = makeExecutor(Object.fromEntries(variables.map(([name, { shape }]) => [name, shape])));
    const graph = record(new Map(variables.map(([name, variable]) => [variable, name])), (recording) => {
      recording.output('y', classifier.judge(recording.input('x', [BATCH, 28, 28, 1])));
    });
    this.program = this.executor.compile([simplify(graph)])[0] as Program;
    for (const [name, array] of Object.entries(weights)) this.executor.state(name).set(array);
  }

  /** Features and logits [n × 74] of pictures [n × 784] in [−1, 1]. */
  judge(pictures: Float32Array): Float32Array {
    const n = pictures.length / AREA;
    const width = this.program.output('y').length / BATCH;
    const out = new Float32Array(n * width);
    for (let from = 0; from < n; from += BATCH) {
      const count = Math.min(BATCH, n - from);
      this.program.input('x').set(pictures.subarray(from * AREA, (from + count) * AREA));
      this.program.run();
      out.set(this.program.output('y').subarray(0, count * width), from * width);
    }
    return out;
  }

  dispose(): void {
    this.executor.dispose();
  }
}

import { CLASSES, FEATURES, JUDGED } from '../../core/judged';
import { once } from '../input';
import type { MeasuredData, MetricInput } from '../types';

/** Whether the data are pictures that the classifier of digits knows. */
export const isDigits = ({ info }: MeasuredData): boolean =>
  info.classes?.length === CLASSES && info.shape.join() === '28,28,1';

/** The class with the greatest logit of picture i. */
export function classOf(judged: Float32Array, i: number): number {
  let best = 0;
  const at = i * JUDGED + FEATURES;
  for (let c = 1; c < CLASSES; c++) if ((judged[at + c] as number) > (judged[at + best] as number)) best = c;
  return best;
}

/** What the classifier said of both sets; throws where it was not asked. */
export function judgedOf({ judged }: MetricInput): NonNullable<MetricInput['judged']> {
  if (!judged) throw new Error('pictures of digits are measured with what their classifier says of them');
  return judged;
}

/** [n × 10] logits. */
export const logitsOf = (judged: Float32Array): Float32Array => columns(judged, FEATURES, JUDGED);

/**
 * [count × 64] features of both sets, each divided by its standard deviation over the real set, so that no unit of the
 * layer outweighs the others; a unit that is the same for all real pictures is left as it is.
 */
export const featuresOf = once((input: MetricInput): { real: Float32Array; fake: Float32Array } => {
  const judged = judgedOf(input);
  const [real, fake] = [columns(judged.real, 0, FEATURES), columns(judged.fake, 0, FEATURES)];
  for (let f = 0; f < FEATURES; f++) {
    let [sum, squares] = [0, 0];
    for (let i = f; i < real.length; i += FEATURES) {
      sum += real[i] as number;
      squares += (real[i] as number) ** 2;
    }
    const mean = sum / input.count;
    const scale = 1 / (Math.sqrt(Math.max(0, squares / input.count - mean * mean)) || 1);
    for (const set of [real, fake]) for (let i = f; i < set.length; i += FEATURES) set[i] = (set[i] as number) * scale;
  }
  return { real, fake };
});

function columns(judged: Float32Array, from: number, to: number): Float32Array {
  const rows = judged.length / JUDGED;
  const out = new Float32Array(rows * (to - from));
  for (let i = 0; i < rows; i++) out.set(judged.subarray(i * JUDGED + from, i * JUDGED + to), i * (to - from));
  return out;
}

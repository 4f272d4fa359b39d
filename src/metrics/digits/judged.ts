import { CLASSES, FEATURES, JUDGED } from '../../core/judged';

/** The class with the greatest logit of picture i. */
export function classOf(judged: Float32Array, i: number): number {
  let best = 0;
  const at = i * JUDGED + FEATURES;
  for (let c = 1; c < CLASSES; c++) if ((judged[at + c] as number) > (judged[at + best] as number)) best = c;
  return best;
}

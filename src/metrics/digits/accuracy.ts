import { classOf } from './judged';

/** Share of pictures whose class is the one with the greatest logit, from what the classifier said of each. */
export function accuracy(judged: Float32Array, labels: Int32Array): number {
  return labels.reduce((sum, label, i) => sum + Number(classOf(judged, i) === label), 0) / labels.length;
}

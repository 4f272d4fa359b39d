import { Stream } from '../core/random';
import type { MeasuredData } from '../metrics';
import { isDigits } from '../metrics/digits/judged';
import type { Judge } from '../metrics/reference';
import { DigitClassifier } from '../nn/digitClassifier';
import { DigitJudge, unpackWeights } from '../training/evaluate/digits';

/** Reads a file of `public/weights`. */
export type LoadWeights = (name: string) => Promise<Uint8Array>;

/** The project's classifier of digits, where the data are such; else null. It computes beside the engine in use. */
export async function judgeFor(data: MeasuredData, load: LoadWeights): Promise<Judge | null> {
  if (!isDigits(data)) return null;
  const [weights, { loadKernels }] = await Promise.all([load('digits.bin'), import('../engine/replay/load')]);
  const { makeExecutor } = await loadKernels();
  const classifier = new DigitClassifier(new Stream(0, 'digits'));
  const judge = new DigitJudge(classifier, unpackWeights(weights, classifier), makeExecutor);
  classifier.dispose();
  return (pictures) => judge.judge(pictures);
}

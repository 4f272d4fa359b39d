import type { ObjectiveEntry } from './catalog';
import type { LayerSpec, LayerType } from './layers';
import type { ParamValues } from './params';
import { Problem, type ProblemValues } from './problem';

/** What decides whether choices go together. */
interface Choices {
  params: ParamValues;
  batchSize: number;
  /** The objective chosen, in a system that has one. */
  objective: ObjectiveEntry | undefined;
  /** Whether the data have classes. */
  labelled: boolean;
}

type Rule = readonly [code: string, refuses: (choices: Choices) => ProblemValues | boolean];

const layersOf = (
  { params }: Choices,
  network: 'generatorLayers' | 'discriminatorLayers',
  types: readonly LayerType[],
) => ((params[network] ?? []) as readonly LayerSpec[]).some(({ type }) => types.includes(type));

const penalized = ({ params, objective }: Choices): boolean =>
  objective?.penalized === true || (params['penalty'] ?? 'none') !== 'none';
const unrolls = ({ params }: Choices): boolean => Number(params['unrolling'] ?? 0) > 0;
const agrees = ({ params }: Choices): boolean => params['consensus'] === true;

const CONVOLUTIONS: readonly LayerType[] = ['conv', 'convTranspose'];
const convolves = (choices: Choices): boolean =>
  layersOf(choices, 'discriminatorLayers', CONVOLUTIONS) || layersOf(choices, 'generatorLayers', CONVOLUTIONS);

/** Choices that do not go together; the sentence of each code says why, and what to do. */
const RULES: readonly Rule[] = [
  // The gradient of one sample's score then depends on all samples of the batch.
  ['combination.penaltyBatchNorm', (one) => penalized(one) && layersOf(one, 'discriminatorLayers', ['batchNorm'])],
  [
    'combination.labels',
    ({ params, objective }) =>
      params['softLabels'] === true && objective !== undefined && !objective.labels && { objective: objective.id },
  ],
  [
    'combination.packing',
    ({ params, batchSize }) => {
      const packing = Number(params['packing'] ?? 1);
      return batchSize % packing !== 0 && { packing, batchSize };
    },
  ],
  // TensorFlow.js has no gradient of a convolution's weight gradient.
  ['combination.unrolledConvolution', (one) => unrolls(one) && layersOf(one, 'discriminatorLayers', CONVOLUTIONS)],
  ['combination.consensusConvolution', (one) => agrees(one) && convolves(one)],
  ['combination.unrolledPenalty', (one) => unrolls(one) && penalized(one)],
  ['combination.consensusPenalty', (one) => agrees(one) && penalized(one)],
  ['combination.domains', ({ params, labelled }) => params['domains'] === 'classes' && !labelled],
  ['combination.consensusUnrolled', (one) => agrees(one) && unrolls(one)],
];

/** Why the choices do not go together, as a `Problem` whose sentence says what to do; null if they do. */
export function combinationProblem(choices: Choices): Problem | null {
  for (const [code, refuses] of RULES) {
    const refused = refuses(choices);
    if (refused) return new Problem(code, refused === true ? {} : refused);
  }
  return null;
}

import { styleGenerator } from '../../src/core/architectures';
import { FEATURES } from '../../src/core/judged';
import { Stream } from '../../src/core/random';
import { frechetDistance } from '../../src/metrics/digits/frechet';
import { featuresOf } from '../../src/metrics/digits/judged';
import type { MetricInput } from '../../src/metrics/types';
import { READABLE_DIGITS } from '../../src/presets/readableDigits';
import { drawStarts } from '../../src/training/starts';
import { type Figure, type Given, generate, type Study } from './figures';

/** Fréchet distance of generated digits to as many test digits, in the features of their classifier. */
async function frechetToTest({ trainer, judge, test }: Given): Promise<Figure> {
  const count = test.length / 784;
  const stream = new Stream(trainer.currentConfig.seed, 'figures');
  const made = await generate(trainer, drawStarts(trainer.system, trainer.dataset, stream, count));
  const { real, fake } = featuresOf({ judged: { real: judge(test), fake: judge(made) }, count } as MetricInput);
  return {
    name: 'Fréchet distance',
    value: frechetDistance(real, fake, FEATURES),
    baseline: Number.POSITIVE_INFINITY,
    better: 'lower',
  };
}

const rival = { system: 'dcgan', params: READABLE_DIGITS, batchSize: 32 };
/** A few hundred steps are shown by an average of the last hundred. */
const averaged = { averaging: true, averageDecay: 0.99 };

/**
 * Systems whose figure is held against that of DCGAN after as many seconds of the processor: about the first minute. Later
 * `dcgan-small`, whose steps are three times as cheap, catches up.
 */
export const RIVALS: readonly Study[] = [
  {
    id: 'progan',
    system: 'progan',
    params: { ...averaged, fadeIterations: 150, holdIterations: 150 },
    // As in the paper, small where pictures are large.
    batchSize: 12,
    steps: 1400,
    figures: [frechetToTest],
    rival,
  },
  {
    id: 'stylegan',
    system: 'stylegan',
    params: {
      ...averaged,
      generatorRate: 2e-3,
      discriminatorRate: 2e-3,
      generatorLayers: styleGenerator([48, 32, 16], 7),
    },
    batchSize: 32,
    steps: 600,
    figures: [frechetToTest],
    rival,
  },
];

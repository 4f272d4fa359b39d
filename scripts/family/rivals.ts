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

const averaging = true;
const rival = { system: 'dcgan', params: READABLE_DIGITS as Study['params'], batchSize: 32 };

/** Systems whose figure is held against that of DCGAN after as many seconds of the processor. */
export const RIVALS: readonly Study[] = [
  {
    id: 'progan',
    system: 'progan',
    params: { averaging },
    batchSize: 32,
    steps: 2400,
    figures: [frechetToTest],
    rival,
  },
  {
    id: 'stylegan',
    system: 'stylegan',
    params: { averaging },
    batchSize: 32,
    steps: 800,
    figures: [frechetToTest],
    rival,
  },
];

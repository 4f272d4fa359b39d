import { DCGAN_TUTORIAL, dcganDiscriminator, dcganGenerator, dense } from '../../src/core/architectures';
import { parseConfig } from '../../src/core/config';
import { checkNetwork, type LayerRow, type LayerSpec, type NetworkHead, type Shape } from '../../src/core/layers';
import type { ParamValues } from '../../src/core/params';
import { Stream } from '../../src/core/random';
import type { RunConfig } from '../../src/core/run';
import { openDataset } from '../../src/data';
import type { Dataset } from '../../src/data/types';
import { toModelUnits } from '../../src/training/moveIO';
import { catalog } from '../../src/worker/catalog';

/** The cases that can be named, smallest first. */
export const CASE_NAMES = ['toy-8', 'mlp-128', 'ring-wgan-gp', 'dcgan-small', 'dcgan-tutorial'] as const;
/** One of {@link CASE_NAMES}. */
export type CaseName = (typeof CASE_NAMES)[number];

/** Two networks and a batch, as every engine needs them. Plain data: it goes to other processes. */
export interface Nets {
  latentSize: number;
  batchSize: number;
  sample: Shape;
  head: NetworkHead;
  generator: readonly LayerSpec[];
  discriminator: readonly LayerSpec[];
  generatorRows: readonly LayerRow[];
  discriminatorRows: readonly LayerRow[];
  objective: 'non-saturating' | 'wgan-gp';
}

/** One case: a step is one move of D and one of G with Adam and fresh noise for both. */
export interface BenchCase extends Nets {
  name: CaseName;
  config: RunConfig;
}

/** Numbers of Adam in all engines. */
export const ADAM = { rate: 2e-4, beta1: 0.5, beta2: 0.999, epsilon: 1e-8 };

const rates = Object.fromEntries(
  ['generator', 'discriminator'].flatMap((player) => [
    [`${player}Optimizer`, 'adam'],
    [`${player}Rate`, ADAM.rate],
    [`${player}Beta1`, ADAM.beta1],
    [`${player}Beta2`, ADAM.beta2],
  ]),
) as ParamValues;

const common: ParamValues = { ...rates, objective: 'non-saturating', penalty: 'none', k: 1 };

/** Dense nets of that many hidden units on the ring. */
function denseCase(units: readonly number[], batchSize: number) {
  const layers = { latentSize: 2, generatorLayers: dense(units), discriminatorLayers: dense(units) };
  return { system: 'gan', dataset: 'ring', batchSize, systemParams: { ...common, ...layers } as ParamValues };
}

function configOf(name: CaseName): Partial<RunConfig> {
  const dcgan = { system: 'dcgan', dataset: 'pen-digits' };
  switch (name) {
    case 'toy-8':
      return denseCase([8, 8], 150);
    case 'mlp-128':
      return denseCase([128, 128, 128], 256);
    case 'ring-wgan-gp': {
      const nets = denseCase([64, 64], 128);
      return { ...nets, systemParams: { ...nets.systemParams, objective: 'wgan-gp' } };
    }
    case 'dcgan-small':
      return { ...dcgan, batchSize: 32, systemParams: common };
    case 'dcgan-tutorial':
      return {
        ...dcgan,
        batchSize: DCGAN_TUTORIAL.batchSize,
        systemParams: {
          ...common,
          latentSize: DCGAN_TUTORIAL.latentSize,
          generatorLayers: dcganGenerator(DCGAN_TUTORIAL, 28),
          discriminatorLayers: dcganDiscriminator(DCGAN_TUTORIAL),
        },
      };
  }
}

/** The case of that name, with its networks checked. */
export function caseNamed(name: CaseName): BenchCase {
  const config = parseConfig({ ...configOf(name), seed: 1, engine: 'auto' }, catalog);
  const { systemParams, batchSize } = config;
  const sample = config.dataset === 'ring' ? [2] : [28, 28, 1];
  const head = config.system === 'dcgan' ? 'convTranspose' : 'dense';
  const latentSize = systemParams['latentSize'] as number;
  const generator = systemParams['generatorLayers'] as readonly LayerSpec[];
  const discriminator = systemParams['discriminatorLayers'] as readonly LayerSpec[];
  const ends = { latentSize, sample };
  return {
    name,
    config,
    latentSize,
    batchSize,
    sample,
    head,
    generator,
    discriminator,
    generatorRows: checkNetwork(generator, { ...ends, role: 'generator', head }).rows,
    discriminatorRows: checkNetwork(discriminator, { ...ends, role: 'discriminator', head: 'dense' }).rows,
    objective: systemParams['objective'] as Nets['objective'],
  };
}

/** Samples drawn before the clock starts, so that no engine is timed for another's way of drawing data. */
export interface Pool {
  dataset: Dataset;
  /** [count, ...sample] in units of the data. */
  samples: Float32Array;
  /** The same in units of the model. */
  scaled: Float32Array;
  count: number;
}

/** The pool of a case; the same numbers in every engine. */
export async function poolOf({ config, sample }: BenchCase): Promise<Pool> {
  const none = { get: async () => null, put: async () => undefined };
  const dataset = await openDataset(config.dataset, config.datasetParams, none);
  const count = sample.length === 1 ? 4096 : 512;
  const samples = dataset.sample(new Stream(1, 'pool'), count).x;
  return { dataset, samples, scaled: toModelUnits(samples.slice(), dataset.info), count };
}

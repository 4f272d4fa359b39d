import { findSystem } from '../core/config';
import type { ClassShares, Measured } from '../core/quality';
import { Stream } from '../core/random';
import { sizeOf } from '../core/shape';
import { mean } from '../core/statistics';
import type { Dataset } from '../data/types';
import { shares } from '../metrics/divergences';
import { type Labelled, neighbourAccuracy, neighbourClasses } from '../metrics/neighbourClassifier';
import type { System } from '../systems/types';
import { generateSamples, scoreSamples } from '../training/samples';
import { drawStarts } from '../training/starts';
import type { Trainer } from '../training/trainer';
import { catalog } from './catalog';

/** Rows of each set that a classifier learns from, and is tested on. */
const LABELLED = 1000;
/** Rows of each set whose class is read where nothing says it. */
const READ = 200;

/** What is measured of a run beyond its samples [count × dims] alone: of its critic, and of samples that it was asked for by class. */
export async function metricsOfRun(trainer: Trainer, fake: Float32Array, count: number): Promise<Measured[]> {
  return [...(await criticsDistance(trainer, fake, count)), ...(await trainAndTest(trainer))];
}

/** What a critic of slope one takes for the Wasserstein distance, in data units; nothing for other discriminators. */
async function criticsDistance(trainer: Trainer, fake: Float32Array, count: number): Promise<Measured[]> {
  const { dataset, system, currentConfig } = trainer;
  if (!system.scores?.distance || dataset.info.shape.length > 1) return [];
  const meanScore = async (samples: Float32Array) =>
    mean((await scoreSamples(trainer, samples, count)) ?? new Float32Array());
  const draw = (name: string) => dataset.sample(new Stream(currentConfig.seed, name), count).x;
  const ofReal = await meanScore(draw('real'));
  const unit = dataset.info.scale[0] as number; // the same for every coordinate
  return [
    {
      id: 'criticW1',
      unit: 'data',
      better: 'lower',
      value: unit * (ofReal - (await meanScore(fake))),
      floor: unit * (ofReal - (await meanScore(draw('floor')))),
    },
  ];
}

/**
 * Synthetic data at work (Shmelkov, Schmid, Alahari 1807.09499): how well a classifier does on real samples that learned from
 * generated ones alone (GAN-train), and the reverse (GAN-test). Nothing where G is not told the classes of the data: the labels
 * that a system needs may be for D alone.
 */
async function trainAndTest(trainer: Trainer): Promise<Measured[]> {
  const { dataset, system, currentConfig } = trainer;
  const { labels } = findSystem(catalog, currentConfig.system);
  const told = labels !== undefined && labels !== 'captions' && system.from !== 'samples';
  const classes = dataset.info.classes?.length;
  if (!told || classes === undefined || placeOfClass(system, classes) < 0) return [];
  const dims = sizeOf(dataset.info.shape);
  const [known, others] = ['real', 'floor'].map((name) =>
    labelledReals(dataset, currentConfig.seed, name, LABELLED),
  ) as [Labelled, Labelled];
  const fake = await labelledFakes(trainer, classes);
  const floor = neighbourAccuracy(known, others, dims);
  const measured = (id: string, value: number): Measured => ({ id, unit: '1', better: 'higher', value, floor });
  return [
    measured('ganTrain', neighbourAccuracy(fake, others, dims)),
    measured('ganTest', neighbourAccuracy(known, fake, dims)),
  ];
}

/**
 * Shares of the classes in generated and in further real samples, both as their nearest real neighbours read them; null for data
 * without classes, and where these are the modes, whose shares are known better.
 *
 * @param fake [n × dims], of which the first are read
 */
export function readClasses(dataset: Dataset, seed: number, fake: Float32Array): ClassShares | null {
  const { classes, modes, shape } = dataset.info;
  if (!classes || modes) return null;
  const dims = sizeOf(shape);
  const known = labelledReals(dataset, seed, 'real', LABELLED);
  const others = labelledReals(dataset, seed, 'floor', READ);
  const found = neighbourClasses(known, others.x, READ, dims);
  const histogram = (labels: readonly number[]) =>
    shares(classes.map((_, label) => labels.filter((one) => one === label).length));
  return {
    real: histogram(found),
    fake: histogram(neighbourClasses(known, fake, Math.min(READ, fake.length / dims), dims)),
    accuracy: found.filter((label, i) => label === others.labels[i]).length / READ,
  };
}

/** Real samples with their classes, from a stream of that name. */
function labelledReals(dataset: Dataset, seed: number, name: string, count: number): Labelled {
  const { x, labels } = dataset.sample(new Stream(seed, name), count);
  return { x, labels: labels ?? [] };
}

/** Which part of the prior is one of so many classes; −1 where none is. */
const placeOfClass = ({ prior = [] }: System, classes: number): number =>
  prior.findIndex(({ kind, size }) => kind === 'classes' && size === classes);

/** Generated samples with the classes that they were asked for. */
async function labelledFakes(trainer: Trainer, classes: number): Promise<Labelled> {
  const { dataset, system, currentConfig } = trainer;
  const starts = drawStarts(system, dataset, new Stream(currentConfig.seed, 'labelled'), LABELLED);
  const before = (system.prior ?? []).slice(0, placeOfClass(system, classes)).reduce((sum, { size }) => sum + size, 0);
  const labels = Array.from({ length: LABELLED }, (_, i) => {
    const from = i * system.latentSize + before;
    return starts.subarray(from, from + classes).indexOf(1);
  });
  return { x: await generateSamples(trainer, starts, LABELLED), labels };
}

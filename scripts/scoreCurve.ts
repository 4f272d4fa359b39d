/**
 * MNIST score and Fréchet distance (ten logits) of a preset after so many training images, beside what was published for a
 * net about ten times as large (NS-GAN with InfoGAN's nets, batch 64; the curves of vita-epfl/collaborative-gan-sampling).
 * Medians over the seeds; 640 generated pictures against 640 real ones, as published.
 *
 * `npm run score-curve -- --preset mnist-dcgan --seeds 3 --images 205000`
 */
import { parseArgs } from 'node:util';
import type { PresetEntry } from '../src/core/catalog';
import { startEngine } from '../src/engine/start';
import type { RunningEngine } from '../src/engine/types';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { nodeWeights } from '../src/headless/nodeWeights';
import { type Judge, Reference } from '../src/metrics/reference';
import { drawSamples } from '../src/training/samples';
import { catalog } from '../src/worker/catalog';
import { judgeFor } from '../src/worker/digitJudge';
import { openSession } from '../src/worker/session';
import { engineOption } from './engineOption';

/** Published by training images: MNIST score and Fréchet distance. */
const PUBLISHED: readonly [images: number, score: number, distance: number][] = [
  [25_600, 4.78, 77.6],
  [51_200, 6.55, 24.0],
  [76_800, 6.76, 22.3],
  [102_400, 7.48, 9.1],
  [128_000, 7.75, 6.1],
  [153_600, 7.68, 10.9],
  [179_200, 8.0, 6.1],
  [204_800, 8.21, 4.2],
  [230_400, 8.27, 4.0],
  [256_000, 8.25, 4.1],
];
const SAMPLES = 640;

const { values } = parseArgs({
  options: {
    preset: { type: 'string', default: 'mnist-dcgan' },
    seeds: { type: 'string', default: '3' },
    images: { type: 'string', default: '205000' },
    engine: { type: 'string', default: 'replay' },
  },
});

interface Look {
  score: number;
  distance: number;
  seconds: number;
}

/** What one seed scores at each of the stops, in images. */
async function curve(
  preset: PresetEntry,
  seed: number,
  stops: readonly number[],
  makeExecutor: RunningEngine['makeExecutor'],
): Promise<Look[]> {
  const { trainer, dispose } = await openSession({ ...preset.config, seed }, folderStore(), undefined, makeExecutor);
  const judge: Judge | null = await judgeFor(trainer.dataset, nodeWeights);
  if (!judge) throw new Error(`${preset.id} is not trained on digits`);
  const reference = new Reference(trainer.dataset, SAMPLES, seed, judge);
  const looks: Look[] = [];
  let trained = 0;
  for (const stop of stops) {
    const start = performance.now();
    while (trainer.iteration * preset.config.batchSize < stop) {
      trainer.iterate();
      if (trainer.iteration % 20 === 0) await trainer.recorder.flush();
    }
    trained += (performance.now() - start) / 1000;
    const { values: found } = reference.measure(await drawSamples(trainer, SAMPLES));
    looks.push({ score: found['mnistScore'] as number, distance: found['fdLogits'] as number, seconds: trained });
  }
  dispose();
  return looks;
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] as number) + (sorted[sorted.length >> 1] as number)) / 2;
};
const round = (value: number): number => Math.round(value * 100) / 100;

async function main(): Promise<void> {
  const preset = catalog.presets.find(({ id }) => id === values.preset);
  if (!preset) throw new Error(`unknown preset ${values.preset}`);
  const { makeExecutor } = await startEngine(engineOption(values.engine), nodeEngines);
  const rows = PUBLISHED.filter(([images]) => images <= Number(values.images));
  const stops = rows.map(([images]) => images);
  const curves: Look[][] = [];
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    curves.push(await curve(preset, seed, stops, makeExecutor));
    console.log(`seed ${seed}: ${(curves.at(-1) ?? []).map(({ score }) => round(score)).join(' ')}`);
  }
  console.table(
    rows.map(([images, score, distance], i) => {
      const looks = curves.map((one) => one[i] as Look);
      const ours = round(median(looks.map((look) => look.score)));
      return {
        images,
        'MNIST score': ours,
        published: score,
        'Fréchet distance': round(median(looks.map((look) => look.distance))),
        'published distance': distance,
        seconds: Math.round(median(looks.map((look) => look.seconds))),
        ahead: ours >= score,
      };
    }),
  );
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error((thrown as Error).message);
    process.exit(2);
  },
);

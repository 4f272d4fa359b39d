import { parseConfig } from '../../src/core/config';
import { diagnose, type Evidence } from '../../src/core/diagnosis';
import type { ParamValues } from '../../src/core/params';
import type { Quality } from '../../src/core/quality';
import { openDataset } from '../../src/data';
import type { Dataset } from '../../src/data/types';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { nodeWeights } from '../../src/headless/nodeWeights';
import { Reference } from '../../src/metrics/reference';
import { SYSTEMS } from '../../src/systems';
import type { SystemDefinition } from '../../src/systems/types';
import { Trainer } from '../../src/training/trainer';
import { catalog } from '../../src/worker/catalog';
import { judgeFor } from '../../src/worker/digitJudge';
import { measureTrainer } from '../../src/worker/measuring';
import { emptyStore } from './stores';

export interface Case {
  dataset: string;
  params?: ParamValues;
  batchSize?: number;
  seed?: number;
  /** Measured when that many iterations are done. */
  looks: readonly number[];
  /** Takes the place of the data set. */
  data?: Dataset;
  /** Samples of each kind that are compared. */
  samples?: number;
}

/** Trains a dense GAN in earnest, measures it on the way, and says what is diagnosed in the end. */
export async function trained({ dataset, params = {}, batchSize = 64, seed = 1, looks, data, samples = 400 }: Case) {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const config = parseConfig({ system: 'gan', dataset, systemParams: params, batchSize, seed }, catalog);
  const opened = data ?? (await openDataset(config.dataset, config.datasetParams, emptyStore));
  const definition = SYSTEMS.find(({ id }) => id === 'gan') as SystemDefinition;
  const trainer = new Trainer({ config, definition, dataset: opened, makeExecutor });
  const reference = new Reference(opened, samples, seed, await judgeFor(opened, nodeWeights));
  const columns = trainer.recorder.curves.map((): number[] => []);
  const quality: Quality[] = [];
  for (const stop of looks) {
    while (trainer.iteration < stop && !trainer.recorder.bad) {
      trainer.iterate();
      if (trainer.iteration % 50 > 0 && trainer.iteration < stop) continue;
      for (const { values } of await trainer.recorder.flush()) {
        for (const [i, value] of values.entries()) columns[i]?.push(value);
      }
    }
    if (!trainer.recorder.bad) quality.push(await measureTrainer(trainer, reference));
  }
  const evidence: Evidence = {
    curves: Object.fromEntries(trainer.recorder.curves.map(({ id }, i) => [id, columns[i] as number[]])),
    quality,
    score: trainer.system.scores?.meaning ?? 'critic',
    stopped: trainer.recorder.bad !== null,
  };
  trainer.dispose();
  return { evidence, findings: diagnose(evidence) };
}

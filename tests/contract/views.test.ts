import { expect, it } from 'vitest';
import { findDataset, findSystem, parseConfig } from '../../src/core/config';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { SYSTEMS } from '../../src/systems';
import { toModelUnits } from '../../src/training/moveIO';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';
import { tinyParams } from '../support/tinyNets';

const COUNT = 3;

/** Games whose views are of samples. */
const games = SYSTEMS.filter(({ needs }) => !needs.kinds.includes('point'));

it.each(games)('every view of $id is replayed: as many finite numbers for each sample', async ({ id, needs }) => {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const dataset = needs.labels === 'captions' ? 'faces' : needs.kinds.includes('image') ? 'pen-digits' : 'screws';
  const systemParams = tinyParams(findSystem(catalog, id), findDataset(catalog, dataset));
  const config = parseConfig({ system: id, dataset, batchSize: 4, seed: 5, systemParams }, catalog);
  const { trainer, dispose } = await openSession(config, emptyStore, undefined, makeExecutor);
  trainer.iterate();
  const x = toModelUnits(trainer.dataset.sample(trainer.streams.data, COUNT).x.slice(), trainer.dataset.info);
  for (const view of Object.keys(trainer.system.views)) {
    const seen = await trainer.look(view, x, COUNT);
    expect(seen.length % COUNT).toBe(0);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(Number.isFinite)).toBe(true);
  }
  dispose();
});

import { beforeAll, expect, it } from 'vitest';
import { theoryOf } from '../../src/core/catalog';
import { findDataset, findSystem, parseConfig } from '../../src/core/config';
import { isActive } from '../../src/core/params';
import type { RunConfig } from '../../src/core/run';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { SYSTEMS } from '../../src/systems';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';
import { tinyParams } from '../support/tinyNets';

const GAMES = SYSTEMS.filter(({ params }) => 'objective' in params).map(({ id, needs }) => {
  const data = needs.kinds.includes('image') ? 'pen-digits' : 'screws';
  return { id, dataset: needs.labels === 'captions' ? 'faces' : data };
});

/** The plain game of logits, without a penalty. */
function configFor(id: string, dataset: string, more: object = {}): RunConfig {
  const { params } = findSystem(catalog, id);
  const tiny = tinyParams(findSystem(catalog, id), findDataset(catalog, dataset));
  const systemParams = {
    ...tiny,
    objective: 'non-saturating',
    ...('penalty' in params && { penalty: 'none' }),
    ...more,
  };
  return parseConfig({ system: id, dataset, batchSize: 4, seed: 5, systemParams }, catalog);
}

/** The losses of D and G where every D scores everything 0. */
async function undecided(config: RunConfig): Promise<{ discriminator: number; generator: number }> {
  const { trainer, dispose } = await openSession(config, emptyStore);
  const state = await trainer.captureState();
  const flat = Object.entries(state).map(([name, values]) => [
    name,
    /^D\w*\/(\w+\.)?theta$/.test(name) ? values.map(() => 0) : values,
  ]);
  trainer.restoreState(Object.fromEntries(flat));
  // D moves first: G shall meet it as it is.
  trainer.setLive('discriminatorRate', 0);
  trainer.iterate();
  const [point] = await trainer.recorder.flush();
  const loss = (of: string) =>
    point?.values[trainer.recorder.curves.findIndex(({ id }) => id === `loss/${of}`)] as number;
  const found = { discriminator: loss('discriminator'), generator: loss('generator') };
  dispose();
  return found;
}

beforeAll(async () => {
  await startEngine('wasm', nodeEngines);
});

it.each(GAMES)('$id has the losses that the theory names, if it names any', async ({ id, dataset }) => {
  const config = configFor(id, dataset);
  const equilibrium = theoryOf(catalog, config)?.equilibrium;
  const { discriminator, generator } = await undecided(config);
  expect([discriminator, generator].every(Number.isFinite)).toBe(true);
  if (!equilibrium) return;
  expect(discriminator).toBeCloseTo(equilibrium.discriminator, 4);
  expect(generator).toBeCloseTo(equilibrium.generator as number, 4);
});

it('is named for games whose losses are the objective’s alone', () => {
  const named = GAMES.filter(({ id, dataset }) => theoryOf(catalog, configFor(id, dataset))?.equilibrium);
  expect(named.map(({ id }) => id).toSorted()).toEqual([
    'aae',
    'cgan',
    'dcgan',
    'fanogan',
    'gan',
    'inspectors',
    'stylegan',
  ]);
  expect(theoryOf(catalog, parseConfig({ system: 'vae', dataset: 'ring' }, catalog))).toBeNull();
});

it('offers no choice of G’s loss where G plays D’s, and still reads one from a link', () => {
  const { params } = findSystem(catalog, 'bigan');
  const { systemParams } = configFor('bigan', 'pen-digits', {
    objective: 'f-gan',
    fGenerator: 'saturating',
    featureMatching: true,
  });
  const shown = Object.keys(params).filter((name) => isActive(params[name] as never, systemParams));
  expect(shown).toContain('divergence');
  expect(shown).not.toContain('fGenerator');
  expect(shown).not.toContain('featureMatching');
});

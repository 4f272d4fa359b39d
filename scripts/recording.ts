/**
 * How long a run takes from its configuration to its first replayed step: recording, simplifying, planning, for each
 * preset's networks. The first of two openings also warms up JavaScript, as a visitor's does; the bars are 200 ms for
 * dense nets and 1 s for DCGAN.
 *
 * `npm run recording`
 */
import { parseConfig } from '../src/core/config';
import { startEngine } from '../src/engine/start';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { catalog } from '../src/worker/catalog';
import { openSession } from '../src/worker/session';

const { makeExecutor } = await startEngine('replay', nodeEngines);

/** Milliseconds of processor time (other programs do not count) from configuration to the first step, and what is left when eager building is taken off. */
async function time(id: string) {
  const preset = catalog.presets.find((entry) => entry.id === id);
  // The data does not matter here, and stored data may not be at hand.
  const dataset = preset?.config.dataset === 'mnist' ? 'pen-digits' : preset?.config.dataset;
  const config = parseConfig({ ...preset?.config, dataset, datasetParams: {} }, catalog);
  const open = async (maker: typeof makeExecutor): Promise<number> => {
    const start = process.cpuUsage();
    const { dispose } = await openSession(config, folderStore(), undefined, maker);
    const { user, system } = process.cpuUsage(start);
    dispose();
    return (user + system) / 1000;
  };
  const first = await open(makeExecutor);
  const building = await open(undefined);
  return { 'first, ms': Math.round(first - building), 'again, ms': Math.round((await open(makeExecutor)) - building) };
}

const rows: Record<string, Awaited<ReturnType<typeof time>>> = {};
for (const { id, config } of catalog.presets) {
  if (config.dataset !== 'drawing') rows[id] = await time(id);
}
console.table(rows);
process.exit(0);

import '../support/tf';
import { describe, expect, it } from 'vitest';
import { findDataset, findSystem, parseConfig } from '../../src/core/config';
import { Network } from '../../src/nn/network';
import { SYSTEMS } from '../../src/systems';
import { type Course, coursesOf, NODE, near, PITCH, wordsOf } from '../../src/ui/game/lanes';
import { arrows, layout } from '../../src/ui/game/layout';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';
import { tinyParams } from '../support/tinyNets';

const SETS = { image: 'pen-digits', '2d': 'moons', '1d': 'screws', point: 'delta' } as const;

/** A system's flow, and the networks that it trains. */
async function flowOf(id: string) {
  const { needs } = SYSTEMS.find((one) => one.id === id) as (typeof SYSTEMS)[number];
  const kind = (['image', '2d', '1d', 'point'] as const).find((one) => needs.kinds.includes(one)) as keyof typeof SETS;
  const dataset = needs.labels === 'captions' ? 'faces' : SETS[kind];
  const systemParams = tinyParams(findSystem(catalog, id), findDataset(catalog, dataset));
  const config = parseConfig({ system: id, dataset, batchSize: 4, systemParams }, catalog);
  const { trainer, dispose } = await openSession(config, emptyStore);
  dispose();
  const { flow, parts } = trainer.system;
  return { flow, networks: Object.keys(parts).filter((name) => parts[name] instanceof Network) };
}

describe.each(SYSTEMS.map(({ id }) => id))('the diagram of %s', (id) => {
  it('has its words between the nodes, and none on another', async () => {
    const { flow } = await flowOf(id);
    const placed = layout(flow);
    const all = arrows(flow);
    const courses = coursesOf(all, placed);
    const words = all.flatMap((arrow, i) =>
      arrow.back
        ? []
        : wordsOf(courses[i] as Course, arrow).map(([x, y], j) => ({ x, y, quantity: arrow.edges[j]?.quantity })),
    );
    for (const { quantity, x, y } of words) {
      const hidden = placed.filter(({ column, row }) => {
        const [left, top] = [column * PITCH.x, row * PITCH.y];
        return x > left && x < left + NODE.width && y - 4 > top && y - 4 < top + NODE.height;
      });
      expect([quantity, hidden.map(({ name }) => name)]).toEqual([quantity, []]);
    }
    const close = words.flatMap((a, i) =>
      words.slice(i + 1).flatMap((b) => (near([a.x, a.y], [b.x, b.y]) ? [`${a.quantity} ${b.quantity}`] : [])),
    );
    expect(close).toEqual([]);
  });

  it('leads a gradient back to every network', async () => {
    const { flow, networks } = await flowOf(id);
    const reached = flow.filter(({ quantity }) => quantity.startsWith('gradient/')).map(({ to }) => to);
    for (const name of networks) expect(reached).toContain(name);
  });
});

it.each([
  ['bigan', 'data', 'D', 'x'],
  ['bigan', 'noise', 'D', 'z'],
  ['pix2pix', 'data', 'D', 'x'],
  ['acgan', 'noise', 'G', 'z, y'],
  ['cyclegan', 'data', 'DX', 'x'],
  ['cyclegan', 'data', 'DY', 'y'],
])('the diagram of %s shows what %s gives to %s: %s', async (id, from, to, quantity) => {
  expect((await flowOf(id)).flow).toContainEqual({ from, to, quantity });
});

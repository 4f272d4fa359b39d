import { describe, expect, it } from 'vitest';
import { conditionSize, declaredConditionSize } from '../../src/core/conditions';
import { defaultsOf, type ParamValues } from '../../src/core/params';
import { Stream } from '../../src/core/random';
import { sizeOf } from '../../src/core/shape';
import { mean, standardDeviation } from '../../src/core/statistics';
import { DATASETS, openDataset } from '../../src/data';
import type { Batch, Dataset, DatasetDefinition } from '../../src/data/types';
import { problemOf } from '../support/problemOf';
import { emptyStore, memoryStore } from '../support/stores';
import { cifarRecords, csvText, importInto } from './samples';

const COUNT = 4000;

/** Opens every set that can be opened here; MNIST has a test of its own. */
async function openWith(definition: DatasetDefinition, params: ParamValues): Promise<Dataset> {
  const store = memoryStore();
  if (definition.id === 'cifar') await importInto(store, 'part.bin', cifarRecords(20));
  if (definition.id === 'images') await importInto(store, 'a.png', 'b.png');
  if (definition.id === 'csv-column') await importInto(store, 'a.csv', csvText(300, 1));
  if (definition.id === 'csv-pair') await importInto(store, 'b.csv', csvText(300, 2));
  return openDataset(definition.id, params, store);
}

/** Declared defaults, and all numbers at their lower and at their upper ends. */
function corners({ params }: DatasetDefinition): ParamValues[] {
  const defaults = defaultsOf(params);
  const at = (end: 'min' | 'max'): ParamValues =>
    Object.fromEntries(
      Object.entries(params).map(([name, spec]) => [name, 'min' in spec ? spec[end] : spec.default]),
    ) as ParamValues;
  return [defaults, at('min'), at('max')];
}

const testable = DATASETS.filter(({ id }) => id !== 'mnist' && id !== 'delta');

describe.each(testable.map((definition) => [definition.id, definition] as const))('%s', (id, definition) => {
  it('gives batches of its shape, finite and in range, with labels within its classes', async () => {
    for (const params of corners(definition)) {
      const { info, sample } = await openWith(definition, params);
      expect(info.id).toBe(id);
      expect(info.kind).toBe(definition.kind);
      expect(info.shape).toEqual(definition.shape);
      const size = sizeOf(info.shape);
      const dims = info.kind === 'image' ? 1 : size;
      expect([info.shift.length, info.scale.length, info.range.length]).toEqual([dims, dims, dims]);
      expect(info.scale.every((value) => value > 0)).toBe(true);
      const n = info.kind === 'image' ? 20 : COUNT;
      const { x, labels } = sample(new Stream(1, 'data'), n);
      expect(x.length).toBe(n * size);
      const outside = [...x].filter((value, i) => {
        const [low, high] = info.range[i % dims] as readonly [number, number];
        return !(value >= low && value <= high);
      });
      // Pictures lie in [−1, 1] without exception; of points, the stage shows all but a few.
      expect(outside.length / x.length).toBeLessThanOrEqual(info.kind === 'image' ? 0 : 0.02);
      expect(labels?.length).toBe(info.classes ? n : undefined);
      if (!info.size) expect(conditionSize(info)).toBe(declaredConditionSize(definition, params));
      if (labels) expect([...labels].every((label) => label in (info.classes ?? []))).toBe(true);
    }
  });

  it('gives the same batch for the same stream, another for another', async () => {
    const set = await openWith(definition, defaultsOf(definition.params));
    const draw = (seed: number) => set.sample(new Stream(seed, 'data'), 50);
    const bytes = ({ x, labels }: Batch) => Buffer.from([...new Uint8Array(x.buffer), ...(labels ?? [])]);
    expect(bytes(draw(3)).equals(bytes(draw(3)))).toBe(true);
    expect(bytes(draw(3)).equals(bytes(draw(4)))).toBe(false);
  });

  it('has model units of moderate size', async () => {
    const { info, sample } = await openWith(definition, defaultsOf(definition.params));
    if (info.kind === 'image') return expect([info.shift, info.scale]).toEqual([[0], [1]]);
    const { x } = sample(new Stream(1, 'data'), COUNT);
    const axes = info.shape[0] as number;
    const spreads = Array.from({ length: axes }, (_, axis) => {
      const values = x.filter((_, i) => i % axes === axis);
      const scale = info.scale[axis] as number;
      expect(Math.abs(mean(values) - (info.shift[axis] as number)) / scale).toBeLessThan(0.6);
      return standardDeviation(values) / scale;
    });
    const overall = Math.sqrt(spreads.reduce((sum, spread) => sum + spread ** 2, 0) / axes);
    expect(overall).toBeGreaterThan(0.4);
    expect(overall).toBeLessThan(1.6);
  });

  it('has a density that integrates to one and agrees with its samples', async () => {
    const set = await openWith(definition, defaultsOf(definition.params));
    if (!set.density) return expect(['screws', 'mixture', 'uniform', 'exponential', 'ring', 'grid']).not.toContain(id);
    const { cells, expected, total } = integrate(set);
    expect(total).toBeGreaterThan(0.985);
    expect(total).toBeLessThan(1.005);
    // Half the sum of differences (total variation) of 40,000 samples over at most 100 cells stays near 0.02.
    const counts = histogram(set, cells);
    const distance = counts.reduce((sum, share, i) => sum + Math.abs(share - (expected[i] as number)), 0) / 2;
    expect(distance).toBeLessThan(0.05);
  });
});

/** Mass of each cell of a coarse grid over the range, by the midpoint rule on a fine one. */
function integrate({ info, density }: Dataset) {
  const axes = info.range.length;
  const [cells, fine] = axes === 1 ? [100, 40] : [10, 40];
  const expected = new Float64Array(cells ** axes);
  const widths = info.range.map(([low, high]) => (high - low) / (cells * fine));
  const volume = widths.reduce((product, width) => product * width, 1);
  const at = (axis: number, i: number): number => (info.range[axis]?.[0] ?? 0) + (i + 0.5) * (widths[axis] ?? 0);
  for (let i = 0; i < (cells * fine) ** axes; i++) {
    const [column, row] = [i % (cells * fine), Math.floor(i / (cells * fine))];
    const x = axes === 1 ? [at(0, column)] : [at(0, column), at(1, row)];
    const cell = Math.floor(column / fine) + cells * Math.floor(row / fine);
    expected[cell] = (expected[cell] as number) + (density?.(x) ?? 0) * volume;
  }
  return { cells, expected, total: expected.reduce((sum, mass) => sum + mass, 0) };
}

function histogram({ info, sample }: Dataset, cells: number): Float64Array {
  const axes = info.range.length;
  const n = 40_000;
  const { x } = sample(new Stream(2, 'data'), n);
  const shares = new Float64Array(cells ** axes);
  for (let i = 0; i < n; i++) {
    let cell = 0;
    for (let axis = axes - 1; axis >= 0; axis--) {
      const [low, high] = info.range[axis] as readonly [number, number];
      const index = Math.floor((cells * ((x[i * axes + axis] as number) - low)) / (high - low));
      cell = cell * cells + index;
      if (index < 0 || index >= cells) cell = Number.NaN;
    }
    if (!Number.isNaN(cell)) shares[cell] = (shares[cell] as number) + 1 / n;
  }
  return shares;
}

describe('the registry', () => {
  it('lists every data set once', () => {
    const ids = DATASETS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(
        'screws mixture uniform exponential csv-column ring grid swiss-roll moons spiral checkerboard gaussians line blobs drawing csv-pair mnist pen-digits cifar images'.split(
          ' ',
        ),
      ),
    );
  });

  it('says so where files are missing or the id is unknown', async () => {
    for (const { id, params, source } of DATASETS) {
      if (source !== 'files') continue;
      const problem = await problemOf(() => openDataset(id, defaultsOf(params), emptyStore));
      expect(problem).toMatchObject({ code: 'data.missing', values: { id } });
    }
    expect((await problemOf(() => openDataset('nothing', {}, emptyStore))).code).toBe('config.unknownDataset');
  });
});

describe('the mixtures', () => {
  it.each([
    ['ring', 8, 0.05],
    ['grid', 25, 0.05],
    ['mixture', 2, 0.4],
  ])('%s has %i modes where its samples are', async (id, count, sigma) => {
    const definition = DATASETS.find((one) => one.id === id) as DatasetDefinition;
    const { info, sample } = await openWith(definition, defaultsOf(definition.params));
    expect(info.modes?.centres.length).toBe(count);
    expect(info.modes?.sigma).toBe(sigma);
    const dims = info.shape[0] as number;
    const { x } = sample(new Stream(1, 'data'), COUNT);
    const near = new Array<number>(count).fill(0);
    let squares = 0;
    for (let i = 0; i < COUNT; i++) {
      const far = (info.modes?.centres ?? []).map((centre) =>
        centre.reduce((sum, c, d) => sum + ((x[i * dims + d] as number) - c) ** 2, 0),
      );
      const nearest = far.indexOf(Math.min(...far));
      near[nearest] = (near[nearest] as number) + 1;
      squares += far[nearest] as number;
    }
    for (const n of near) expect(Math.abs(n - COUNT / count)).toBeLessThan(5 * Math.sqrt(COUNT / count));
    expect(Math.sqrt(squares / COUNT / dims)).toBeCloseTo(sigma, 2);
  });

  it('puts the eight modes of the ring at eight different angles', async () => {
    const { info } = await openDataset('ring', { modes: 8, sigma: 0.05 }, emptyStore);
    const centres = (info.modes?.centres ?? []).map(([x, y]) => [x?.toFixed(6), y?.toFixed(6)].join());
    expect(new Set(centres).size).toBe(8);
    for (const [x = 0, y = 0] of info.modes?.centres ?? []) expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
  });

  it('starts the screw machine near 10 cm while real screws measure 5 cm', async () => {
    const { info, sample } = await openDataset('screws', { mean: 5, sd: 0.2, start: 10 }, emptyStore);
    expect(info.start).toEqual([10]);
    expect(info.unit).toBe('cm');
    const { x } = sample(new Stream(1, 'data'), 20_000);
    expect(mean(x)).toBeCloseTo(5, 2);
    expect(standardDeviation(x)).toBeCloseTo(0.2, 2);
  });
});

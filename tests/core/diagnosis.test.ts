import { beforeAll, describe, expect, it } from 'vitest';
import { applyRemedy, diagnose, type Evidence, type Finding, ILLNESSES } from '../../src/core/diagnosis';
import type { LayerSpec } from '../../src/core/layers';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { pixelSet } from '../../src/data/images/pixelSet';
import { toBytes } from '../../src/training/pictures';
import { catalog } from '../../src/worker/catalog';
import { type Case, trained } from '../support/diagnosed';
import { emptyStore } from '../support/stores';

const dense = (units: number): LayerSpec[] => [
  { type: 'dense', units },
  { type: 'activation', fn: 'leakyRelu' },
];
const deep = [64, 64, 64].flatMap(dense);
const slowStart = { generatorBeta1: 0.9, discriminatorBeta1: 0.9, penalty: 'none' };

/** Real runs, each with the illness that it is known for. */
const ILL: Record<string, Case> = {
  // Five moves of D per move of G, and Adam with much memory: one mode.
  collapse: {
    dataset: 'ring',
    params: {
      ...slowStart,
      k: 5,
      generatorRate: 1e-3,
      discriminatorRate: 1e-3,
      latentSize: 32,
      generatorLayers: deep,
      discriminatorLayers: deep,
    },
    looks: [700],
  },
  // The saturating loss against a D that is right before G has moved.
  vanishing: { dataset: 'screws', params: { objective: 'minimax', k: 20, generatorRate: 1e-5 }, looks: [800] },
  discriminatorTooStrong: { dataset: 'screws', params: { k: 20, generatorRate: 1e-5 }, looks: [800] },
  discriminatorTooWeak: { dataset: 'ring', params: { penalty: 'none', discriminatorRate: 1e-6 }, looks: [800] },
  divergence: {
    dataset: 'ring',
    params: { objective: 'wgan', penalty: 'none', clip: 10, discriminatorRate: 0.02, generatorRate: 0.02 },
    looks: [1500],
  },
  convergence: { dataset: 'screws', looks: [3000, 4000], samples: 2000 },
};

/** Runs that are well, as far as they have come. */
const WELL: Record<string, Case> = {
  ring: { dataset: 'ring', looks: [3800, 4000, 4200] },
  mixture: { dataset: 'mixture', looks: [2000, 2500, 3000] },
};

const ids = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id);

describe('a run that is ill', () => {
  it.each(Object.entries(ILL))('%s is found, with its reasons', async (id, given) => {
    const { findings } = await trained(given);
    const found = findings.find((one) => one.id === id);
    expect(found, JSON.stringify(findings)).toBeDefined();
    expect(found?.confidence).toBeGreaterThan(0.3);
    expect(found?.facts.length).toBeGreaterThan(0);
    // The good news and the bad exclude each other.
    if (id === 'convergence') expect(ids(findings)).toEqual(['convergence']);
    else expect(ids(findings)).not.toContain('convergence');
  });
});

it('hopping is found in a run whose generator is ten times as fast as its inspector', async () => {
  // Where G is at a given look is chance, so the run is looked at for a while.
  const { evidence } = await trained({
    dataset: 'ring',
    params: { ...slowStart, generatorRate: 2e-3, discriminatorRate: 2e-4 },
    looks: [800, 1000, 1200, 1400, 1600, 1800, 2000, 2200, 2400],
    samples: 200,
  });
  const { quality } = evidence;
  const found = quality.slice(2).map((_, i) => ids(diagnose({ ...evidence, quality: quality.slice(i, i + 3) })));
  expect(found.filter((all) => all.includes('hopping')).length, JSON.stringify(found)).toBeGreaterThan(0);
});

describe('a run that is well', () => {
  it.each(Object.entries(WELL))('%s is told nothing worse than that it converges', async (_, given) => {
    const { findings } = await trained(given);
    expect(ids(findings).filter((id) => id !== 'convergence')).toEqual([]);
  });
});

describe('memorizing', () => {
  const pictures = async (count: number) => {
    const pen = await openDataset('pen-digits', { pen: 1.25, slant: 0.16, warp: 1 }, emptyStore);
    const { x } = pen.sample(new Stream(5, 'pictures'), count);
    return pixelSet({ id: 'few', shape: [28, 28, 1], size: count, pixels: toBytes(x) });
  };
  const params = { latentSize: 8, generatorLayers: dense(128), discriminatorLayers: dense(128) };
  const run = async (count: number) =>
    trained({
      dataset: 'pen-digits',
      data: await pictures(count),
      params: { ...params, generatorRate: 1e-3, discriminatorRate: 1e-3 },
      batchSize: 16,
      looks: [1000],
      samples: 200,
    });

  it('is found where four pictures are all there is, and not where there are two thousand', async () => {
    expect(ids((await run(4)).findings)).toContain('memorizing');
    expect(ids((await run(2000)).findings)).not.toContain('memorizing');
  });
});

describe('the rules', () => {
  let params: Record<string, never>;
  beforeAll(() => {
    params = catalog.systems[0]?.defaults['ring'] as Record<string, never>;
  });
  const nothing: Evidence = { curves: {}, quality: [], score: 'logit', stopped: false };

  it('say nothing of a run of which nothing is known', () => {
    expect(diagnose(nothing)).toEqual([]);
    expect(ids(diagnose({ ...nothing, stopped: true }))).toEqual(['divergence']);
  });

  it('read probabilities only where the score is a logit', () => {
    const sure = { 'score/real': Array(60).fill(1), 'score/fake': Array(60).fill(0) };
    expect(ids(diagnose({ ...nothing, curves: sure }))).toEqual(['discriminatorTooStrong']);
    expect(diagnose({ ...nothing, curves: sure, score: 'critic' })).toEqual([]);
  });

  it('call it collapse only where the one digit that is made looks real', () => {
    const even = Array(10).fill(0.1);
    const one = (precision: number): Evidence => ({
      ...nothing,
      quality: [
        {
          iteration: 1,
          count: 100,
          metrics: [
            { id: 'precision', unit: '1', better: 'higher', value: precision, floor: 0.95 },
            { id: 'recall', unit: '1', better: 'higher', value: 0.1, floor: 0.95 },
          ],
          modes: null,
          classes: { real: even, fake: even.map((_, digit) => Number(digit === 8)) },
          roc: null,
          nearest: null,
        },
      ],
    });
    expect(ids(diagnose(one(0.9)))).toEqual(['collapse']);
    expect(diagnose(one(0.1))).toEqual([]);
  });

  it('call it hopping only where what crowds now here, now there, lies at the modes', () => {
    const even = Array(8).fill(0.125);
    const crowded = (share: number): Evidence => ({
      ...nothing,
      quality: [0, 3, 6].map((place, i) => ({
        iteration: i + 1,
        count: 100,
        metrics: [{ id: 'highQuality', unit: '1', better: 'higher', value: share, floor: 0.99 }],
        modes: { real: even, fake: even.map((_, mode) => Number(mode === place)) },
        classes: null,
        roc: null,
        nearest: null,
      })),
    });
    expect(ids(diagnose(crowded(0.5)))).toContain('hopping');
    expect(diagnose(crowded(0.02))).toEqual([]);
  });

  it('every remedy fits the parameters of our systems, and changes something', () => {
    for (const { id, remedies } of ILLNESSES) {
      for (const remedy of remedies) {
        const changed = applyRemedy(remedy, { ...params, penalty: 'none', objective: 'minimax' } as never);
        expect(changed, `${id}: ${remedy}`).not.toBeNull();
      }
    }
    expect(applyRemedy('nonSaturating', { objective: 'non-saturating' })).toBeNull();
    expect(applyRemedy('penalty', {})).toBeNull();
  });
});

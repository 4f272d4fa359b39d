import '../support/tf';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { plainKernels } from '../support/replay/kernels';
import { emptyStore } from '../support/stores';

type Radii = readonly [string, string, string];

/** Radius after 50, 100 and 500 iterations from (1, 1) with h = 0.2, as Mescheder et al.’s demonstration has it. */
const TABLE: readonly [name: string, params: object, simultaneous: Radii, alternating: Radii][] = [
  ['GAN', {}, ['1.68', '1.96', '3.10'], ['1.38', '1.40', '1.42']],
  ['NS-GAN', { diracLoss: 'non-saturating' }, ['0.86', '0.74', '0.64'], ['0.73', '0.58', '0.28']],
  [
    'WGAN, clip 1',
    { diracLoss: 'wasserstein', diracRegularizer: 'clip' },
    ['1.27', '1.27', '1.00'],
    ['1.03', '0.98', '1.02'],
  ],
  [
    'WGAN-GP 0.7, slope 1',
    { diracLoss: 'wasserstein', diracRegularizer: 'gradient-penalty' },
    ['1.89', '1.80', '1.80'],
    ['1.44', '1.44', '1.22'],
  ],
  ['GAN + R1 0.3', { diracRegularizer: 'r1' }, ['0.28', '0.099', '2.6e-6'], ['0.22', '0.061', '2.3e-7']],
  [
    'GAN + R1 1 (critical)',
    { diracRegularizer: 'r1', diracGamma: 1 },
    ['0.036', '3.8e-4', '9.5e-22'],
    ['0.047', '1.1e-3', '7.5e-17'],
  ],
  [
    'GAN + R1 3 (over-damped)',
    { diracRegularizer: 'r1', diracGamma: 3 },
    ['0.42', '0.18', '1.8e-4'],
    ['0.42485', '0.18', '2.1e-4'],
  ],
  [
    'NS-GAN + R1 0.3',
    { diracLoss: 'non-saturating', diracRegularizer: 'r1' },
    ['0.22', '0.077', '2.2e-6'],
    ['0.17', '0.048484', '1.5e-7'],
  ],
];

/** θ and ψ after each of these numbers of iterations. */
async function places(params: object, iterations: readonly number[]): Promise<[number, number][]> {
  const config = parseConfig({ system: 'dirac', dataset: 'delta', systemParams: params }, catalog);
  const { trainer, dispose } = await openSession(config, emptyStore);
  const found: [number, number][] = [];
  for (let i = 1; i <= Math.max(...iterations); i++) {
    trainer.iterate();
    if (!iterations.includes(i)) continue;
    const state = await trainer.captureState();
    found.push([state['G/theta']?.[0] as number, state['D/psi']?.[0] as number]);
  }
  dispose();
  return found;
}

/** Half a unit of the last printed digit; those below 1e-4 by order of magnitude. */
function expectRadius(found: number, printed: string): void {
  const value = Number(printed);
  if (value < 1e-4) {
    expect(Math.abs(Math.log10(found / value))).toBeLessThan(1);
    return;
  }
  const [digits = '', exponent = '0'] = printed.split('e');
  const unit = 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
  expect(Math.abs(found - value)).toBeLessThanOrEqual(unit / 2);
}

describe.each(TABLE)('the Dirac-GAN: %s', (_name, params, simultaneous, alternating) => {
  it.each([
    ['simultaneous', simultaneous],
    ['alternating', alternating],
  ] as const)('has the radii of its paper under %s moves', async (diracMoves, printed) => {
    const found = await places({ ...params, diracMoves }, [50, 100, 500]);
    for (const [i, [theta, psi]] of found.entries()) expectRadius(Math.hypot(theta, psi), printed[i] as string);
  });
});

describe('the phase portrait', () => {
  it('shows the field that the players follow, and their way', async () => {
    const config = parseConfig(
      { system: 'dirac', dataset: 'delta', systemParams: { diracRegularizer: 'r1' } },
      catalog,
    );
    const { trainer, preview, dispose } = await openSession(config, emptyStore);
    for (let i = 0; i < 3; i++) trainer.iterate();
    const stage = await preview.compute();
    if (stage.kind !== 'point') throw new Error('another stage');
    const { side, reach, field, path } = stage;
    const f = (t: number) => 1 / (1 + Math.exp(t));
    for (const [column, row] of [
      [3, 17],
      [12, 5],
    ] as const) {
      const [theta, psi] = [column, row].map((i) => reach * ((2 * (i + 0.5)) / side - 1)) as [number, number];
      const at = 2 * (row * side + column);
      expect(field[at]).toBeCloseTo(-psi * f(psi * theta), 5);
      expect(field[at + 1]).toBeCloseTo(theta * f(psi * theta) - 0.3 * psi, 5);
    }
    const state = await trainer.captureState();
    expect([stage.theta, stage.psi]).toEqual([state['G/theta']?.[0], state['D/psi']?.[0]]);
    expect([...path.slice(-2)]).toEqual([stage.theta, stage.psi]);
    expect([...path.slice(0, 2)]).toEqual([1, 1]);
    dispose();
  });

  it.each([
    ['simultaneous', undefined],
    ['alternating', undefined],
    ['simultaneous', plainKernels],
  ] as const)('goes along where one player moves alone (%s)', async (diracMoves, makeExecutor) => {
    const config = parseConfig({ system: 'dirac', dataset: 'delta', systemParams: { diracMoves } }, catalog);
    const { trainer, preview, dispose } = await openSession(config, emptyStore, undefined, makeExecutor);
    const way: [number, number][] = [[1, 1]];
    for (const player of [undefined, 'generator', 'generator', 'generator', undefined, 'discriminator'] as const) {
      trainer.iterate(player);
      const state = await trainer.captureState();
      way.push([state['G/theta']?.[0] as number, state['D/psi']?.[0] as number]);
      const stage = await preview.compute();
      if (stage.kind !== 'point') throw new Error('another stage');
      expect([stage.theta, stage.psi]).toEqual(way.at(-1));
      // Every place of the way once, and no other; where D moved last, the newest is there twice.
      const places = Array.from({ length: stage.path.length / 2 }, (_, i) => [...stage.path.slice(2 * i, 2 * i + 2)]);
      const distinct = places.filter((place, i) => i === 0 || String(place) !== String(places[i - 1]));
      expect(distinct).toEqual(way);
    }
    dispose();
  });

  it('is the same on the replay engine, and follows a live number', async () => {
    const config = parseConfig(
      { system: 'dirac', dataset: 'delta', systemParams: { diracRegularizer: 'r1' } },
      catalog,
    );
    const stages = await Promise.all(
      [undefined, plainKernels].map(async (makeExecutor) => {
        const { trainer, preview, dispose } = await openSession(config, emptyStore, undefined, makeExecutor);
        for (let i = 0; i < 20; i++) trainer.iterate();
        const before = await preview.compute();
        trainer.setLive('diracGamma', 2);
        trainer.iterate();
        const after = await preview.compute();
        dispose();
        if (before.kind !== 'point' || after.kind !== 'point') throw new Error('another stage');
        return [...before.path, ...before.field, ...after.field];
      }),
    );
    for (const [i, value] of (stages[0] ?? []).entries()) expect(stages[1]?.[i]).toBeCloseTo(value, 5);
    const size = 2 * 21 ** 2;
    expect(stages[0]?.slice(-size)).not.toEqual(stages[0]?.slice(-2 * size, -size));
  });

  it.each([
    ['instance-noise', { diracSigma: 1.2 }, [0, -0.5, 0.5, -1.44 / 2]],
    ['consensus', { diracGamma: 1 }, [-0.25, -0.5, 0.5, -0.25]],
    ['r1', { diracGamma: 0.6 }, [0, -0.5, 0.5, -0.6]],
  ] as const)('has the paper’s linear part at the equilibrium under %s', async (diracRegularizer, numbers, linear) => {
    const config = parseConfig(
      { system: 'dirac', dataset: 'delta', systemParams: { diracRegularizer, ...numbers } },
      catalog,
    );
    const { trainer, dispose } = await openSession(config, emptyStore);
    const small = 0.01;
    const [a, b, c, d] = await trainer.look('field', Float32Array.of(small, 0, 0, small), 4);
    const found = [a, c, b, d].map((value) => (value as number) / small);
    for (const [i, value] of linear.entries()) expect(found[i]).toBeCloseTo(value, 3);
    dispose();
  });
});

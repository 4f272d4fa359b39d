import type { ParamValues } from '../../src/core/params';

/** What 2,500 generated points show after so many moves of G. */
export interface Look {
  steps: number;
  /** Points closer than 3 σ to each of the eight modes. */
  high: readonly number[];
  /** Points by their nearest mode. */
  nearest: readonly number[];
}

/** What one run found. */
export interface ControlRun {
  row: string;
  seed: number;
  looks: readonly Look[];
  seconds: number;
}

interface Row {
  id: string;
  name: string;
  /** Moves of G at which the published pictures were looked at last. */
  steps: number;
  params: ParamValues;
  published: string;
  /** What shall be seen; null: reported only. */
  goal: 'collapse' | 'all modes' | null;
}

const adam = (beta1: number, beta2: number): ParamValues => ({
  ...{ discriminatorBeta1: beta1, discriminatorBeta2: beta2, generatorBeta1: beta1, generatorBeta2: beta2 },
});

/** The rows of the experiment, and what its author's pictures show. */
export const ROWS: readonly Row[] = [
  {
    id: 'non-saturating',
    name: 'non-saturating, Adam (0.9, 0.999)',
    steps: 1000,
    params: { objective: 'non-saturating', ...adam(0.9, 0.999) },
    published: '1 mode from step 400, a sliver beside it at 1,000',
    goal: 'collapse',
  },
  {
    id: 'wgan',
    name: 'WGAN, clipped at 0.01, RMSProp (0.99)',
    steps: 5000,
    params: {
      ...{ objective: 'wgan', clip: 0.01, discriminatorOptimizer: 'rmsprop', generatorOptimizer: 'rmsprop' },
      ...{ discriminatorDecay: 0.99, generatorDecay: 0.99 },
    },
    published: '8 modes, thick bridges',
    goal: 'all modes',
  },
  {
    id: 'spectral-norm',
    name: 'spectral normalization, non-saturating, Adam (0.5, 0.999)',
    steps: 5000,
    params: { objective: 'non-saturating', spectralNorm: true, ...adam(0.5, 0.999) },
    published: '8 modes, some off-centre',
    goal: 'all modes',
  },
  {
    id: 'wgan-gp',
    name: 'WGAN-GP, λ 0.1, Adam (0.5, 0.9)',
    steps: 5000,
    params: { objective: 'wgan-gp', lambda: 0.1, ...adam(0.5, 0.9) },
    published: '8 modes, thin bridges',
    goal: 'all modes',
  },
  {
    id: 'r1',
    name: 'R1, γ 1, non-saturating, Adam (0.9, 0.999)',
    steps: 5000,
    params: { objective: 'non-saturating', penalty: 'r1', gamma: 1, ...adam(0.9, 0.999) },
    published: '8 modes, faint bridges (its weight is not stated)',
    goal: 'all modes',
  },
  {
    id: 'least-squares',
    name: 'least squares (0, 1, 1), Adam (0.5, 0.999)',
    steps: 5000,
    params: { objective: 'least-squares', ...adam(0.5, 0.999) },
    published: '3 of 8 modes',
    goal: null,
  },
];

/** Share of all points that must lie within 3 σ of a mode for it to be held; an even, thin ring would have 4.8 % there. */
const HELD = 0.05;

const total = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);

/** Modes captured, as papers count them: at least one point lies within 3 σ. */
export const modesCaptured = ({ high }: Look): number => high.filter((n) => n > 0).length;

/** Modes that are held. */
export const modesHeld = ({ high, nearest }: Look): number => high.filter((n) => n >= HELD * total(nearest)).length;

/** Fewest modes that are nearest to nine tenths of the points. */
export function modesSpanned({ nearest }: Look): number {
  const sorted = nearest.toSorted((a, b) => b - a);
  return 1 + sorted.findIndex((_, i) => total(sorted.slice(0, i + 1)) >= 0.9 * total(nearest));
}

/** Whether the look shows what it shall. */
export function reached(goal: Row['goal'], look: Look): boolean {
  return goal === 'collapse' ? modesSpanned(look) <= 2 : modesCaptured(look) === look.high.length;
}

/** The table of the page: a row for each loss, its seeds in turn. */
export function tableOf(runs: readonly ControlRun[]): string[][] {
  const head = ['loss', 'step', 'captured', 'spanned', 'held', 'high quality, %', 'published', 'verdict'];
  const rows = ROWS.map(({ id, name, steps, published, goal }) => {
    const looks = runs
      .filter(({ row }) => row === id)
      .toSorted((a, b) => a.seed - b.seed)
      .flatMap((run) => run.looks.filter((look) => look.steps === steps));
    const each = (of: (look: Look) => number) => looks.map(of).join(', ') || '–';
    const passed = looks.filter((look) => reached(goal, look)).length;
    return [
      name,
      steps.toLocaleString('en'),
      each(modesCaptured),
      each(modesSpanned),
      each(modesHeld),
      each((look) => Math.round((100 * total(look.high)) / total(look.nearest))),
      published,
      goal === null ? 'reported' : `${goal}: ${passed} of ${looks.length}`,
    ];
  });
  return [head, ...rows];
}

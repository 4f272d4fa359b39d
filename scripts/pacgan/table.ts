import { meanAndError } from '../study/runs';

/** What 2,500 generated points show after so many steps. */
export interface Look {
  steps: number;
  modes: number;
  highQuality: number;
  /** Over the high-quality points, as the paper's code counts, nats; infinite, and so null in a file, without any. */
  reverseKl: number | null;
  /** Over all points, each counted at its nearest mode, nats. */
  reverseKlAll: number;
}

/** What one run found. */
export interface PacganRun {
  data: 'ring' | 'grid';
  packing: number;
  seed: number;
  looks: readonly Look[];
  seconds: number;
}

/** The two mixtures of the paper. */
export const DATA = {
  ring: { params: { modes: 8, sigma: 0.01 }, modes: 8 },
  grid: { params: { sigma: 0.05 }, modes: 25 },
} as const;

/** The methods, and what the paper prints of each after 400,000 steps: modes, high-quality share in per cent, reverse KL. */
export const METHODS = [
  {
    name: 'GAN',
    packing: 1,
    published: { ring: ['6.3 ± 0.5', '98.2 ± 0.2', '0.45 ± 0.09'], grid: ['17.3 ± 0.8', '94.8 ± 0.7', '0.70 ± 0.07'] },
  },
  {
    name: 'PacGAN2',
    packing: 2,
    published: { ring: ['7.9 ± 0.1', '95.6 ± 2.0', '0.07 ± 0.03'], grid: ['23.8 ± 0.7', '91.3 ± 0.8', '0.13 ± 0.04'] },
  },
] as const;

/** The table of the page: ours after that many steps beside the published figures. */
export function tableOf(runs: readonly PacganRun[], steps: number): string[][] {
  const head = [
    'data',
    'method',
    'runs',
    'modes',
    'published',
    'high quality, %',
    'published',
    'reverse KL',
    'published',
  ];
  const rows = (Object.keys(DATA) as (keyof typeof DATA)[]).flatMap((data) =>
    METHODS.map(({ name, packing, published }) => {
      const looks = runs
        .filter((run) => run.data === data && run.packing === packing)
        .flatMap((run) => run.looks.filter((look) => look.steps === steps));
      const figure = (of: (look: Look) => number, digits: number) => meanAndError(looks.map(of), digits);
      const [modes, share, divergence] = published[data];
      return [
        `${data}, ${DATA[data].modes} modes`,
        name,
        String(looks.length),
        ...[figure((look) => look.modes, 1), modes],
        ...[figure((look) => 100 * look.highQuality, 1), share],
        ...[figure((look) => look.reverseKl ?? Number.POSITIVE_INFINITY, 2), divergence],
      ];
    }),
  );
  return [head, ...rows];
}

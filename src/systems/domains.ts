import { add, concat, mul, neg, reverse, sub, type Tensor, tensor, transpose } from '@tensorflow/tfjs-core';
import type { ParamSpecs } from '../core/params';
import { Problem } from '../core/problem';
import type { DatasetInfo } from '../data/types';
import { columns } from '../nn/joined';
import type { StepIO } from '../nn/step';

/** One of two kinds of samples that are to be translated into each other. */
export interface Domain {
  /** Classes that its samples are drawn from; null: all samples. */
  classes: readonly number[] | null;
  /** What becomes of samples of the set, so that they belong to it. */
  of(x: Tensor): Tensor;
}

/** What is left of red, green and blue at night, and of grey. */
const NIGHT = { 3: [0.25, 0.3, 0.55], 1: [0.35] } as const;

/** How the second domain is made of the samples' own numbers where the classes make none. */
const MADE: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  negative: (x) => neg(x),
  // A quarter of a turn.
  turned: (x) =>
    x.rank === 4 ? reverse(transpose(x, [0, 2, 1, 3]), 1) : concat([neg(columns(x, 1, 1)), columns(x, 0, 1)], 1),
  // As at night, dark and blue; of points, half as far from the middle.
  dimmed: (x) => {
    if (x.rank !== 4) return mul(x, 0.5);
    return sub(mul(add(x, 1), tensor([...NIGHT[x.shape[3] as 1 | 3]])), 1);
  },
};

/** Declares which two domains a set is taken apart into. */
export const domainsParam = {
  domains: { kind: 'choice', default: 'classes', options: ['classes', ...Object.keys(MADE)], group: 'objective' },
} as const satisfies ParamSpecs;

/** The choice that goes with any set of that kind. */
export const domainsFor = ({ classes }: { classes?: unknown }) => ({
  domains: classes === undefined ? 'negative' : 'classes',
});

/**
 * The two domains: the first half of the classes and the second; or all samples, and all samples changed. Throws a `Problem`
 * where classes are asked for and there are none.
 */
export function makeDomains(choice: string, { classes }: DatasetInfo): readonly [Domain, Domain] {
  const itself = (x: Tensor) => x;
  const change = MADE[choice];
  if (change) {
    return [
      { classes: null, of: itself },
      { classes: null, of: change },
    ];
  }
  if (!classes) throw new Problem('combination.domains');
  const all = classes.map((_, i) => i);
  const half = Math.ceil(all.length / 2);
  return [
    { classes: all.slice(0, half), of: itself },
    { classes: all.slice(half), of: itself },
  ];
}

/** A fresh minibatch of a domain's samples, [m, ...sample]. */
export const sampleOf = ({ classes, of }: Domain, io: StepIO): Tensor => of(classes ? io.among(classes) : io.real());

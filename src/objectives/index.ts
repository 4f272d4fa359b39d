import type { ParamSpec, ParamSpecs, ParamValue } from '../core/params';
import { leastSquares } from './leastSquares';
import { minimax } from './minimax';
import { nonSaturating } from './nonSaturating';
import { withR1 } from './r1';
import type { Objective } from './types';
import { wgan } from './wgan';
import { wganGp } from './wganGp';

/** Every adversarial objective; one file each. */
export const OBJECTIVES: readonly Objective[] = [minimax, nonSaturating, leastSquares, wgan, wganGp];

/** Declares the choice of objective with every objective's own parameters, and R1 as a penalty on top. */
export function objectiveParams(choice = 'non-saturating'): ParamSpecs {
  const own = OBJECTIVES.flatMap((objective) =>
    Object.entries(objective.params).map(([name, spec]): [string, ParamSpec] => [
      name,
      { ...spec, when: { param: 'objective', is: [objective.id] } },
    ]),
  );
  return {
    objective: { kind: 'choice', default: choice, options: OBJECTIVES.map(({ id }) => id), group: 'objective' },
    ...Object.fromEntries(own),
    penalty: { kind: 'choice', default: 'none', options: ['none', 'r1'], group: 'objective' },
    gamma: {
      kind: 'float',
      default: 0.1,
      min: 1e-4,
      max: 1000,
      scale: 'log',
      live: true,
      group: 'objective',
      when: { param: 'penalty', is: ['r1'] },
    },
  };
}

/** The objective that the parameters ask for, with its penalties. */
export function makeObjective(params: Readonly<Record<string, ParamValue>>): Objective {
  const objective = OBJECTIVES.find(({ id }) => id === params['objective']) as Objective;
  return params['penalty'] === 'r1' ? withR1(objective) : objective;
}

export type { Objective };

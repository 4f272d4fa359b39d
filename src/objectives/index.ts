import type { ParamCondition, ParamSpec, ParamSpecs, ParamValues } from '../core/params';
import { began } from './began';
import { bGan } from './bGan';
import { boundarySeeking } from './boundarySeeking';
import { Contest } from './contest';
import { dragan } from './dragan';
import { ebgan } from './ebgan';
import { fGan } from './fGan';
import { fisher } from './fisher';
import { hinge } from './hinge';
import { labelParams } from './labels';
import { leastSquares, leastSquaresPearson } from './leastSquares';
import { minimax } from './minimax';
import { nonSaturating } from './nonSaturating';
import { PENALTIES, PENALTY_CHOICES } from './penalties';
import { r3gan } from './r3gan';
import { relativistic } from './relativistic';
import { relativisticAverage } from './relativisticAverage';
import { softmaxGan } from './softmaxGan';
import type { Objective } from './types';
import { wgan } from './wgan';
import { wganDiv } from './wganDiv';
import { wganGp } from './wganGp';

/** Every adversarial objective; one file each. */
export const OBJECTIVES: readonly Objective[] = [
  minimax,
  nonSaturating,
  leastSquares,
  leastSquaresPearson,
  hinge,
  wgan,
  wganGp,
  wganDiv,
  dragan,
  relativistic,
  relativisticAverage,
  r3gan,
  ebgan,
  began,
  fGan,
  boundarySeeking,
  softmaxGan,
  fisher,
  bGan,
];

/** Objectives whose discriminator is an autoencoder. */
export const AUTOENCODING: readonly string[] = OBJECTIVES.filter(({ critic }) => critic === 'autoencoder').map(
  ({ id }) => id,
);

interface ObjectiveOptions {
  choice?: string;
  /** Whether D may be an autoencoder. */
  autoencoding?: boolean;
}

/** Declares the choice of objective with every objective's own parameters, and a penalty on top. */
export function objectiveParams({ choice = 'non-saturating', autoencoding = true }: ObjectiveOptions = {}): ParamSpecs {
  const offered = OBJECTIVES.filter(({ id }) => autoencoding || !AUTOENCODING.includes(id));
  const own = offered.flatMap((objective) =>
    Object.entries(objective.params).map(([name, spec]): [string, ParamSpec] => [
      name,
      { ...spec, when: { param: 'objective', is: [objective.id] } },
    ]),
  );
  const penalty = {
    kind: 'choice',
    default: 'none',
    options: Object.keys(PENALTY_CHOICES),
    group: 'objective',
  } as const;
  return {
    objective: { kind: 'choice', default: choice, options: offered.map(({ id }) => id), group: 'objective' },
    ...Object.fromEntries(own),
    clip: {
      kind: 'float',
      default: 0.01,
      min: 1e-4,
      max: 10,
      scale: 'log',
      live: true,
      group: 'objective',
      when: [
        { param: 'objective', is: OBJECTIVES.filter(({ constrain }) => constrain).map(({ id }) => id) },
        { param: 'weightClipping', is: [true] },
      ],
    },
    penalty,
    ...penaltyParams(),
    weightClipping: { kind: 'flag', default: false, group: 'tricks' },
    ...labelParams,
    featureMatching: { kind: 'flag', default: false, group: 'tricks' },
  };
}

/** The parameters of every penalty, which matter while it is part of the objective or chosen on top. */
function penaltyParams(): ParamSpecs {
  const names = new Set(PENALTIES.flatMap(({ params }) => Object.keys(params)));
  return Object.fromEntries(
    [...names].map((name): [string, ParamSpec] => {
      const having = PENALTIES.filter(({ params }) => name in params);
      const when: ParamCondition[] = [
        {
          param: 'objective',
          is: OBJECTIVES.filter(({ penalties }) => penalties?.some((one) => having.includes(one))).map(({ id }) => id),
        },
        {
          param: 'penalty',
          is: Object.entries(PENALTY_CHOICES).flatMap(([id, all]) =>
            all.some((one) => having.includes(one)) ? id : [],
          ),
        },
      ];
      return [name, { ...(having[0]?.params[name] as ParamSpec), when }];
    }),
  );
}

/** The objective that the parameters ask for, with its penalties. */
export function makeContest(params: ParamValues): Contest {
  return new Contest(OBJECTIVES.find(({ id }) => id === params['objective']) as Objective, params);
}

export type { Contest, Objective };

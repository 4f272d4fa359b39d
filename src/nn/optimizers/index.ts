import type { ParamSpec, ParamSpecs, ParamValue, Player } from '../../core/params';
import type { MovingAverage } from '../movingAverage';
import { adam } from './adam';
import { gradientClipping } from './gradientClipping';
import { historicalAveraging } from './historicalAveraging';
import { optimisticAdam } from './optimisticAdam';
import { jointly, Optimizer, type Rule, type Trained } from './optimizer';
import { rmsprop } from './rmsprop';
import { SCHEDULES, schedule } from './schedule';
import { sgd } from './sgd';
import type { UpdateTrick } from './trick';

/** Update rules by id. */
export const RULES: Readonly<Record<string, Rule>> = { adam, 'optimistic-adam': optimisticAdam, rmsprop, sgd };

interface OptimizerDefaults {
  optimizer?: string;
  rate?: number;
  beta1?: number;
}

/** Declares one player's optimizer: which rule, and the rule's numbers under `<player>Rate`, `<player>Beta1` … */
export function optimizerParams<P extends Player>(player: P, defaults: OptimizerDefaults = {}) {
  const when = (rules: readonly string[]) => ({ param: `${player}Optimizer`, is: rules });
  const meta = { group: 'optimizers', player } as const;
  const fraction = (value: number, ...rules: string[]): ParamSpec => ({
    kind: 'float',
    default: value,
    min: 0,
    max: 0.9999,
    live: true,
    advanced: true,
    when: when(rules),
    ...meta,
  });
  const specs: Record<string, ParamSpec> = {
    [`${player}Optimizer`]: {
      kind: 'choice',
      default: defaults.optimizer ?? 'adam',
      options: Object.keys(RULES),
      ...meta,
    },
    [`${player}Rate`]: {
      kind: 'float',
      default: defaults.rate ?? 2e-4,
      min: 1e-6,
      max: 1,
      scale: 'log',
      live: true,
      ...meta,
    },
    [`${player}Beta1`]: fraction(defaults.beta1 ?? 0.5, 'adam', 'optimistic-adam'),
    [`${player}Beta2`]: fraction(0.999, 'adam', 'optimistic-adam'),
    [`${player}Decay`]: fraction(0.9, 'rmsprop'),
    [`${player}Momentum`]: fraction(0, 'sgd'),
  };
  return specs satisfies ParamSpecs;
}

/** Declares what changes the moves of both players' optimizers alike. */
export function updateParams() {
  const group = 'tricks';
  return {
    gradientClipping: { kind: 'flag', default: false, group },
    gradientBound: {
      kind: 'float',
      default: 1,
      min: 1e-3,
      max: 1000,
      scale: 'log',
      live: true,
      group,
      when: { param: 'gradientClipping', is: [true] },
    },
    schedule: { kind: 'choice', default: 'none', options: SCHEDULES, group },
    scheduleMoves: {
      kind: 'int',
      default: 10_000,
      min: 10,
      max: 1_000_000,
      live: true,
      group,
      when: { param: 'schedule', is: SCHEDULES.filter((kind) => kind !== 'none') },
    },
    historicalAveraging: { kind: 'flag', default: false, group },
    historyWeight: {
      kind: 'float',
      default: 0.01,
      min: 1e-5,
      max: 10,
      scale: 'log',
      live: true,
      group,
      when: { param: 'historicalAveraging', is: [true] },
    },
  } satisfies ParamSpecs;
}

/** The optimizer that a player's parameters ask for, moving that network; an average follows its weights, and tricks of its own may be added. */
export function makeOptimizer(
  player: Player,
  params: Readonly<Record<string, ParamValue>>,
  network: Trained,
  average?: MovingAverage,
  also: Readonly<Record<string, UpdateTrick>> = {},
): Optimizer {
  const kind = params['schedule'] as string | undefined;
  const tricks: Record<string, UpdateTrick> = {
    ...(params['gradientClipping'] && { clipping: gradientClipping }),
    ...(params['historicalAveraging'] && { history: historicalAveraging(network) }),
    ...(kind && kind !== 'none' && { schedule: schedule(kind) }),
    ...also,
    ...(average && { average: { follow: (theta, io) => average.follow(io, theta) } satisfies UpdateTrick }),
  };
  return new Optimizer(RULES[params[`${player}Optimizer`] as string] as Rule, player, network, tricks);
}

export { jointly, Optimizer, type Rule };

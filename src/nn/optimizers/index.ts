import type { ParamSpec, ParamSpecs, ParamValue } from '../../core/params';
import type { MovingAverage } from '../movingAverage';
import type { Network } from '../network';
import { adam } from './adam';
import { Optimizer, type Rule } from './optimizer';
import { rmsprop } from './rmsprop';
import { sgd } from './sgd';

/** Update rules by id. */
export const RULES: Readonly<Record<string, Rule>> = { adam, rmsprop, sgd };

type Player = 'generator' | 'discriminator';

interface OptimizerDefaults {
  optimizer?: string;
  rate?: number;
  beta1?: number;
}

/** Declares one player's optimizer: which rule, and the rule's numbers under `<player>Rate`, `<player>Beta1` … */
export function optimizerParams<P extends Player>(player: P, defaults: OptimizerDefaults = {}) {
  const when = (rule: string) => ({ param: `${player}Optimizer`, is: [rule] });
  const meta = { group: 'optimizers', player } as const;
  const fraction = (value: number, rule: string): ParamSpec => ({
    kind: 'float',
    default: value,
    min: 0,
    max: 0.9999,
    live: true,
    advanced: true,
    when: when(rule),
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
    [`${player}Beta1`]: fraction(defaults.beta1 ?? 0.5, 'adam'),
    [`${player}Beta2`]: fraction(0.999, 'adam'),
    [`${player}Decay`]: fraction(0.9, 'rmsprop'),
    [`${player}Momentum`]: fraction(0, 'sgd'),
  };
  return specs satisfies ParamSpecs;
}

/** The optimizer that a player's parameters ask for, moving that network; an average follows its weights. */
export function makeOptimizer(
  player: Player,
  params: Readonly<Record<string, ParamValue>>,
  network: Network,
  average?: MovingAverage,
): Optimizer {
  return new Optimizer(RULES[params[`${player}Optimizer`] as string] as Rule, player, network, average);
}

export { Optimizer, type Rule };

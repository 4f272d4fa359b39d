import {
  add,
  concat,
  engine,
  mul,
  reshape,
  type Scalar,
  scalar,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Variable,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { layerCurve } from '../../core/curves';
import { Problem } from '../../core/problem';
import type { CurveInfo } from '../../core/stage';
import { stateVariable } from '../stateVariable';
import { assign, type Stateful, type StepIO } from '../step';
import type { UpdateTrick } from './trick';

/** Present values of the rule's numbers, by their short name (`rate`, `beta1` …). */
export type RuleNumbers = (name: string) => Scalar;

/** An update rule on one flat gradient: its state arrays and how they and the weights move. */
export interface Rule<S extends string = string> {
  /** State by name: as long as the weights ([P], zeros at first) or a scalar that starts at the value given. */
  slots: Readonly<Record<S, 'weights' | number>>;
  /** The amount to subtract from the weights [P], and the new value of every slot. */
  step(
    gradient: Tensor,
    slots: Readonly<Record<S, Tensor>>,
    numbers: RuleNumbers,
  ): {
    change: Tensor;
    slots: Record<S, Tensor>;
  };
}

/** What an optimizer moves: all its trained numbers in one flat variable [P], and the tensors that gradients are asked for. */
export interface Trained {
  readonly theta: Variable;
  readonly parameterCount: number;
  weights(): readonly Tensor[];
  /** Its layers with weights, where it is a network of layers. */
  readonly weighted?: readonly WeightedLayer[];
}

/** A layer with weights: its place among all layers, and from where to where its arrays go among the network's `weights()`. */
export interface WeightedLayer {
  type: string;
  row: number;
  arrays: readonly [from: number, to: number];
}

/** Projects new weights [P] of what is moved. */
type Constrain = (theta: Tensor, io: StepIO, moved: Trained) => Tensor;

/**
 * One move of several networks by the same loss: its gradient with respect to all their weights, and each optimizer's step.
 * The player is the first one's. Returns the loss, unread.
 */
export function jointly(
  io: StepIO,
  optimizers: readonly Optimizer[],
  loss: () => Scalar,
  constrain?: Constrain,
): Scalar {
  const weights = optimizers.flatMap(({ network }) => network.weights());
  const { value, grads } = engine().gradients(loss as () => Tensor, weights as Tensor[], undefined, true);
  const flat = grads.map((grad, i) => reshape(grad ?? zerosLike(weights[i] as Tensor), [-1]) as Tensor1D);
  let from = 0;
  const raws = optimizers.map((optimizer) => {
    const own = flat.slice(from, from + optimizer.network.weights().length);
    from += own.length;
    optimizer.seeLayers(io, own);
    return concat(own);
  });
  const squares = () => raws.map((raw) => sum(square(raw))).reduce((total, one) => add(total, one));
  io.see(`gradient/${optimizers[0]?.player}`, () => sqrt(squares()));
  for (const [i, optimizer] of optimizers.entries()) optimizer.follow(io, raws[i] as Tensor, constrain);
  return value as Scalar;
}

const norm = (values: Tensor): Tensor => sqrt(sum(square(values)));

/** Moves one network by one rule. All of its memory is named state, so a restored run goes on exactly. */
export class Optimizer implements Stateful {
  /** What the system calls its network. */
  private letter = '';
  private readonly slots: Readonly<Record<string, Variable>>;

  constructor(
    private readonly rule: Rule,
    /** Prefix of its live parameters: `generator` reads `generatorRate`. */
    readonly player: string,
    readonly network: Trained,
    private readonly tricks: Readonly<Record<string, UpdateTrick>> = {},
  ) {
    this.slots = Object.fromEntries(
      Object.entries(rule.slots).map(([name, start]) => [
        name,
        stateVariable(() => (start === 'weights' ? zeros([network.parameterCount]) : scalar(start))),
      ]),
    );
  }

  state(): Record<string, Variable> {
    const own = Object.entries(this.tricks).flatMap(([id, { state }]) =>
      Object.entries(state ?? {}).map(([name, value]): [string, Variable] => [`${id}.${name}`, value]),
    );
    return { ...this.slots, ...Object.fromEntries(own) };
  }

  /** Of each layer with weights the norm of its gradient: `optG` speaks of G's. */
  curvesAs(name: string): CurveInfo[] {
    this.letter = name.replace(/^opt/, '');
    return (this.network.weighted ?? []).map((layer, i) => ({
      id: layerCurve(this.letter, layer.row),
      group: 'layer',
      of: this.player,
      layer: { network: this.letter, type: layer.type, place: i + 1 },
    }));
  }

  /** Reports those norms of its network's raw gradient, an array for each of its weights. */
  seeLayers(io: StepIO, gradients: readonly Tensor1D[]): void {
    // Nobody's part: it has no curves.
    if (this.letter === '') return;
    for (const layer of this.network.weighted ?? []) {
      io.see(layerCurve(this.letter, layer.row), () => norm(concat(gradients.slice(...layer.arrays))));
    }
  }

  /**
   * One move: the loss, its gradient with respect to the network's weights, and the rule's step, after which
   * `constrain` may project the new weights [P] (clipping). Returns the loss, unread.
   */
  minimize(io: StepIO, loss: () => Scalar, constrain?: Constrain): Scalar {
    return jointly(io, [this], loss, constrain);
  }

  /** Moves the network against its raw gradient [P]. */
  follow(io: StepIO, raw: Tensor, constrain?: Constrain): void {
    const tricks = Object.values(this.tricks);
    const gradient = tricks.reduce<Tensor>((g, trick) => trick.gradient?.(g, this.network.theta, io) ?? g, raw);
    const factor = tricks.flatMap((trick) => trick.rate?.(io) ?? []);
    const numbers: RuleNumbers = (name) => {
      const value = io.live(this.player + (name[0] as string).toUpperCase() + name.slice(1));
      return name === 'rate' ? factor.reduce<Scalar>((rate, by) => mul(rate, by) as Scalar, value) : value;
    };
    const { change, slots } = this.rule.step(gradient, this.slots, numbers);
    const moved = sub(this.network.theta, change);
    const theta = constrain ? constrain(moved, io, this.network) : moved;
    assign(io, this.network.theta, theta);
    for (const trick of tricks) trick.follow?.(theta, io);
    for (const [name, slot] of Object.entries(slots)) {
      const own = this.slots[name];
      if (!own) throw new Problem('fault', { message: `the rule has no slot ${name}` });
      assign(io, own, slot);
    }
  }

  dispose(): void {
    for (const variable of Object.values(this.state())) variable.dispose();
  }
}

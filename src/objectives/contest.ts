import { add, type Scalar, scalar, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import type { ParamValues } from '../core/params';
import { stateVariable } from '../nn/stateVariable';
import { assign, type Stateful, type StepIO } from '../nn/step';
import { clipWeights } from './clipping';
import { featureDistance } from './featureMatching';
import { softLabelLoss } from './labels';
import { PENALTY_CHOICES, type Penalty, type Score } from './penalties';
import { gradientPenalty } from './penalties/gradientPenalty';
import type { Objective, Play } from './types';
import { wgan } from './wgan';

/** D as the losses see it. */
export interface Judge {
  /** Raw scores [n, 1] of samples [n, ...sample], high for what D takes for real. */
  score: Score;
  /** D's inner picture of samples, [n, features]. */
  features(x: Tensor): Tensor;
}

/** What a move of D is judged by: samples as D was shown them, and its scores of them. */
export interface DiscriminatorMove {
  judge: Judge;
  x: Tensor;
  fake: Tensor;
  real: Tensor;
  generated: Tensor;
}

/** What a move of G is judged by. */
export interface GeneratorMove {
  judge: Judge;
  fake: Tensor;
  generated: Tensor;
  /** A fresh batch of real samples, drawn only where the objective asks for it. */
  real(): Tensor;
}

/** An objective as it is played: with the penalties that were chosen on top, each counted once, and its memory. */
export class Contest implements Stateful {
  readonly constrain: Objective['constrain'];
  private readonly memory: Readonly<Record<string, Variable>>;
  private readonly penalties: ReadonlySet<Penalty>;

  constructor(
    readonly objective: Objective,
    private readonly params: ParamValues,
  ) {
    this.penalties = new Set([...(objective.penalties ?? []), ...(PENALTY_CHOICES[params['penalty'] as string] ?? [])]);
    this.constrain = params['weightClipping'] ? clipWeights : objective.constrain;
    this.memory = Object.fromEntries(
      Object.entries(objective.memory ?? {}).map(([name, start]) => [name, stateVariable(() => scalar(start))]),
    );
  }

  state(): Record<string, Variable> {
    return { ...this.memory };
  }

  /** D's whole loss. What the objective keeps in mind moves along. */
  discriminatorLoss({ judge, x, fake, real, generated }: DiscriminatorMove, io: StepIO): Scalar {
    const play = this.play(io);
    const loss = this.scoresLoss(real, generated, io);
    const kept = this.objective.remember?.(real, generated, play) ?? {};
    for (const [name, value] of Object.entries(kept)) assign(io, this.memory[name] as Variable, value);
    return [...this.penalties].reduce((sum, penalty) => add(sum, penalty.of(judge.score, x, fake, io)), loss);
  }

  /** D's loss on its scores alone: without penalties, and nothing is kept in mind. */
  scoresLoss(real: Tensor, generated: Tensor, io: StepIO): Scalar {
    if (this.params['softLabels']) return softLabelLoss(this.objective, real, generated, io);
    return this.objective.discriminatorLoss(real, generated, this.play(io));
  }

  /** G's whole loss. */
  generatorLoss({ judge, fake, generated, real }: GeneratorMove, io: StepIO): Scalar {
    const { objective } = this;
    if (this.params['featureMatching']) return featureDistance(judge.features(real()), judge.features(fake));
    const play = this.play(io);
    const loss = objective.generatorLoss(generated, objective.paired ? judge.score(real()) : undefined, play);
    return objective.codeTerm ? add(loss, objective.codeTerm(judge.features(fake), play)) : loss;
  }

  /**
   * Whether D ascends the difference of its mean scores with its slope held at one and nothing else in its way, so that this
   * difference estimates the Wasserstein-1 distance (Gulrajani et al. 2017). In packs of m samples a slope of one leaves each of
   * them up to √m.
   */
  get estimatesDistance(): boolean {
    const alone = this.penalties.size === 1 && this.penalties.has(gradientPenalty) && !this.constrain;
    return this.objective.discriminatorLoss === wgan.discriminatorLoss && alone && (this.params['packing'] ?? 1) === 1;
  }

  /** Whether G's loss is a mean over its own samples' scores (and perhaps their codes), whatever the real ones. */
  get isPointwise(): boolean {
    return !this.objective.paired && !this.params['featureMatching'];
  }

  /** G's loss as far as it depends on the scores of its samples alone; see {@link isPointwise}. */
  lossOfScores(generated: Tensor): Scalar {
    return this.objective.generatorLoss(generated, undefined, this.play());
  }

  dispose(): void {
    for (const value of Object.values(this.memory)) value.dispose();
  }

  /** Without `io` the parameters' first values stand in for the present ones. */
  private play(io?: StepIO): Play {
    return {
      live: (name) => io?.live(name) ?? scalar(Number(this.params[name])),
      choice: (name) => this.params[name] as string,
      memory: this.memory,
    };
  }
}

import {
  concat,
  logSoftmax,
  mean,
  mul,
  neg,
  relu,
  type Scalar,
  sum,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { CLASSES, FEATURES } from '../core/judged';
import type { LayerSpec } from '../core/layers';
import type { Stream } from '../core/random';
import { Network } from './network';
import type { Stateful, StepIO } from './step';

const leaky: LayerSpec = { type: 'activation', fn: 'leakyRelu' };
const LAYERS: readonly LayerSpec[] = [
  { type: 'conv', filters: 16, kernel: 3, stride: 1 },
  leaky,
  { type: 'conv', filters: 32, kernel: 4, stride: 2 },
  leaky,
  { type: 'conv', filters: 48, kernel: 4, stride: 2 },
  leaky,
  { type: 'conv', filters: 48, kernel: 3, stride: 2 },
  leaky,
  { type: 'flatten' },
  { type: 'dropout', rate: 0.3 },
];

/**
 * The small convolutional classifier of handwritten digits, 28 × 28 in [−1, 1], that measures generated ones. Its 64
 * penultimate units pass a ReLU; the ten logits are linear in them.
 */
export class DigitClassifier implements Stateful {
  readonly body: Network;
  readonly head: Network;

  constructor(stream: Stream) {
    const common = { player: 'classifier', init: 'he', stream } as const;
    const ends = { role: 'discriminator', head: 'dense', latentSize: 1 } as const;
    this.body = new Network({ ...common, layers: LAYERS, ends: { ...ends, sample: [28, 28, 1], outputs: FEATURES } });
    this.head = new Network({ ...common, layers: [], ends: { ...ends, sample: [FEATURES], outputs: CLASSES } });
  }

  state(): Record<string, Variable> {
    return { body: this.body.theta, head: this.head.theta };
  }

  /** Logits [n, 10] of pictures [n, 28, 28, 1]; with `io` it trains. */
  logits(x: Tensor, io?: StepIO): Tensor {
    return this.head.apply(relu(this.body.apply(x, io)), io);
  }

  /** Features and logits [n, 74] of pictures [n, 28, 28, 1]. */
  judge(x: Tensor): Tensor {
    const features = relu(this.body.apply(x));
    return concat([features, this.head.apply(features)], 1);
  }

  dispose(): void {
    this.body.dispose();
    this.head.dispose();
  }
}

/** Mean cross-entropy of logits [n, classes] and one-hot classes, nats. Differentiable once. */
export function crossEntropy(logits: Tensor, oneHot: Tensor): Scalar {
  return neg(mean(sum(mul(oneHot, logSoftmax(logits)), 1))) as Scalar;
}

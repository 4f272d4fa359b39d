import { add, concat, floor, mul, reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerSpec, Shape } from '../../core/layers';
import { ACTIVATION_FUNCTIONS } from '../activations';
import { downsampled, fromPicture, toPicture } from './growth';
import { conv, convTranspose, dense, maxout } from './linear';
import { minibatchDiscrimination, minibatchStddev } from './minibatch';
import { batchNorm, instanceNorm, layerNorm, pixelNorm } from './normalization';
import { constantPicture, noise, style, upsampled } from './styled';
import type { Init, Layer } from './types';

/** Makes the layer that a record describes, for inputs of that shape (batch axis left out), in a network whose input has `styles` numbers. */
export function makeLayer(spec: LayerSpec, input: Shape, output: Shape, init: Init, styles = 0): Layer {
  switch (spec.type) {
    case 'dense':
      return dense(input[0] ?? 1, spec.units, init);
    case 'conv':
      return conv(spec, input, init);
    case 'convTranspose':
      return convTranspose(spec, input, output, init);
    case 'maxout':
      return maxout(input[0] ?? 1, spec, init);
    case 'batchNorm':
      return batchNorm(input, init);
    case 'layerNorm':
      return layerNorm(input);
    case 'instanceNorm':
      return instanceNorm(input);
    case 'pixelNorm':
      return pixelNorm();
    case 'minibatchDiscrimination':
      return minibatchDiscrimination(input[0] ?? 1, spec);
    case 'minibatchStddev':
      return minibatchStddev(spec.group);
    case 'activation': {
      const f = ACTIVATION_FUNCTIONS[spec.fn];
      return { weights: [], apply: (x) => f(x) };
    }
    case 'dropout':
      return dropout(spec.rate);
    case 'constant':
      return constantPicture(output);
    case 'upsample':
      return { weights: [], apply: upsampled };
    case 'downsample':
      return { weights: [], apply: downsampled };
    case 'toPicture':
      return toPicture(spec.channels, input, init);
    case 'fromPicture':
      return fromPicture(spec.channels, input, init);
    case 'noise':
      return noise(input);
    case 'style':
      return style(input, styles);
    case 'skip':
      return { weights: [], apply: (x, _weights, { earlier }) => concat([x, earlier as Tensor], 3) };
    case 'flatten':
    case 'reshape':
      return { weights: [], apply: (x) => reshape(x, [x.shape[0] as number, ...output]) };
  }
}

function dropout(rate: number): Layer {
  return {
    weights: [],
    apply: (x, _weights, { io }) => {
      if (!io || rate === 0) return x;
      const kept = floor(add(io.uniform(x.shape), 1 - rate)); // 1 with probability 1 − rate
      return mul(x, mul(kept, 1 / (1 - rate)));
    },
  };
}

export type { Init, Layer };

import { add, conv2d, mean, type Scalar, sub, type Tensor, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { Stream } from '../core/random';
import { ACTIVATION_FUNCTIONS, absolute } from './activations';

/** Filters of each of the layers, which halve the side. */
const WIDTHS = [12, 24];
const KERNEL = 4;

/**
 * How far pictures [n, h, w, c] in [−1, 1] are apart in the features of a convolutional network whose weights are drawn once and
 * never trained: mean absolute difference of the features of both layers and of the pixels. Random features see edges and
 * strokes too (He, Wang, Hopcroft 2016, arXiv 1606.04801), where published perceptual losses have a network trained on photos.
 */
export function perceptualDistance(x: Tensor, y: Tensor): Scalar {
  let [a, b] = [x as Tensor4D, y as Tensor4D];
  let total = mean(absolute(sub(a, b)));
  const stream = new Stream(1, 'perceptual');
  for (const filters of WIDTHS) {
    const channels = a.shape[3];
    const weights = stream.fillNormal(new Float32Array(KERNEL * KERNEL * channels * filters));
    const kernel = tensor4d(
      weights.map((w) => w * Math.sqrt(2 / (KERNEL * KERNEL * channels))),
      [KERNEL, KERNEL, channels, filters],
    );
    const layer = (input: Tensor4D) => ACTIVATION_FUNCTIONS.leakyRelu(conv2d(input, kernel, 2, 'same')) as Tensor4D;
    [a, b] = [layer(a), layer(b)];
    total = add(total, mean(absolute(sub(a, b))));
  }
  return total as Scalar;
}

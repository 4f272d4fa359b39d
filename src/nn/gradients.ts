import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { Cast, clone, registerGradient, type Tensor } from '@tensorflow/tfjs-core';

/**
 * The stock gradient of a cast calls a method that modular builds of TensorFlow.js leave out, and so throws in every gradient
 * of a gradient of a product, a square or a ReLU. This one does the same by a function. Importing this file registers it.
 */
registerGradient({
  kernelName: Cast,
  gradFunc: (dy) => ({ x: () => clone(dy as Tensor) }),
});

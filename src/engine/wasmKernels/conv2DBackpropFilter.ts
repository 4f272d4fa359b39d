import type { KernelFunc } from '@tensorflow/tfjs-core';
import { heapOf, release, reshaped, type WasmKernelArguments } from './access';
import type { MatMul } from './matMul';
import { type ConvAttrs, convOf, forEachRun, patchesOf, type Shape4 } from './patches';

/**
 * Gradient of a convolution with respect to its filter, missing in the stock backend: dy [positions, out] turned round,
 * times the input's patches [positions, taps · in], turned back. The patches, by far the largest, are never turned.
 */
export function conv2DBackpropFilter({ multiply, transpose }: MatMul): KernelFunc {
  return (args) => {
    const { inputs, backend, attrs } = args as unknown as WasmKernelArguments<
      'x' | 'dy',
      ConvAttrs & { filterShape: Shape4 }
    >;
    const conv = convOf(inputs.x.shape, attrs.filterShape, attrs);
    const [positions, width] = patchesOf(conv);
    const patches = backend.makeOutput([positions, width], 'float32');
    const from = heapOf(backend, inputs.x);
    const to = heapOf(backend, patches).fill(0);
    forEachRun(conv, (source, patch, length) => {
      for (let i = 0; i < length; i++) to[patch + i] = from[source + i] as number;
    });
    const turned = transpose(backend, reshaped(inputs.dy, [positions, conv.outChannels]));
    const product = multiply(backend, turned, patches); // [out, taps · in]
    release(backend, turned);
    release(backend, patches);
    const out = transpose(backend, product);
    release(backend, product);
    return reshaped(out, attrs.filterShape);
  };
}

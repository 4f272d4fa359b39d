import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { heapOf, release, reshaped, type WasmKernelArguments } from './access';
import type { MatMul } from './matMul';
import { type ConvAttrs, convOf, forEachRun, patchesOf, type Shape4 } from './patches';

/**
 * Gradient of a convolution with respect to its input, which is also the forward pass of a transposed convolution:
 * dy [positions, out] times the filter turned round [out, taps · in], each row added back to its patch.
 */
export function conv2DBackpropInput({ multiply, transpose }: MatMul): KernelFunc {
  return (args) => {
    const { inputs, backend, attrs } = args as unknown as WasmKernelArguments<
      'dy' | 'filter',
      ConvAttrs & { inputShape: Shape4 }
    >;
    const conv = convOf(attrs.inputShape, inputs.filter.shape, attrs);
    const [positions, width] = patchesOf(conv);
    const turned = transpose(backend, reshaped(inputs.filter, [width, conv.outChannels]));
    const patches = multiply(backend, reshaped(inputs.dy, [positions, conv.outChannels]), turned);
    release(backend, turned);
    const out: TensorInfo = backend.makeOutput(conv.inShape, 'float32');
    const from = heapOf(backend, patches);
    const to = heapOf(backend, out).fill(0);
    forEachRun(conv, (source, patch, length) => {
      for (let i = 0; i < length; i++) to[source + i] = (to[source + i] as number) + (from[patch + i] as number);
    });
    release(backend, patches);
    return out;
  };
}

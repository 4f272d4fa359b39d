import { backend_util, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs-core';
import { heapOf, release, reshaped, type WasmKernelArguments } from './access';
import type { MatMul } from './matMul';

type Info = backend_util.Conv2DInfo;
type Shape4 = [number, number, number, number];

interface ConvAttrs {
  strides: [number, number] | number;
  pad: 'same' | 'valid' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

function info(input: number[], filter: number[], { strides, pad, dimRoundingMode }: ConvAttrs): Info {
  return backend_util.computeConv2DInfo(input as Shape4, filter as Shape4, strides, 1, pad, dimRoundingMode);
}

/**
 * Calls `visit` for every run of numbers that an input picture and its patches [positions, taps · in] have in common:
 * for one output position and one filter row, the taps inside the picture lie side by side in both.
 */
function forEachRun(conv: Info, visit: (source: number, patch: number, length: number) => void): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } = conv;
  const { top, left } = conv.padInfo;
  const width = filterHeight * filterWidth * inChannels;
  let patch = 0;
  for (let n = 0; n < batchSize; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      const y0 = oy * conv.strideHeight - top;
      for (let ox = 0; ox < outWidth; ox++, patch += width) {
        const x0 = ox * conv.strideWidth - left;
        const first = Math.max(0, -x0);
        const length = (Math.min(filterWidth, inWidth - x0) - first) * inChannels;
        if (length <= 0) continue;
        const last = Math.min(filterHeight, inHeight - y0);
        for (let fy = Math.max(0, -y0); fy < last; fy++) {
          visit(
            ((n * inHeight + y0 + fy) * inWidth + x0 + first) * inChannels,
            patch + (fy * filterWidth + first) * inChannels,
            length,
          );
        }
      }
    }
  }
}

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
    const conv = info(inputs.x.shape, attrs.filterShape, attrs);
    const positions = conv.batchSize * conv.outHeight * conv.outWidth;
    const width = conv.filterHeight * conv.filterWidth * conv.inChannels;
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
    const conv = info(attrs.inputShape, inputs.filter.shape, attrs);
    const positions = conv.batchSize * conv.outHeight * conv.outWidth;
    const width = conv.filterHeight * conv.filterWidth * conv.inChannels;
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

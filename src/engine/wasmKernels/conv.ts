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
 * Calls `visit(n, position, row, column, tap)` for every output position of every picture and every filter tap that
 * falls inside the input; `position` counts output cells over the batch, `tap` counts filter cells.
 */
function forEachTap(conv: Info, visit: (source: number, position: number, tap: number) => void): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } = conv;
  const { top, left } = conv.padInfo;
  let position = 0;
  for (let n = 0; n < batchSize; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let ox = 0; ox < outWidth; ox++, position++) {
        for (let fy = 0; fy < filterHeight; fy++) {
          const y = oy * conv.strideHeight + fy - top;
          if (y < 0 || y >= inHeight) continue;
          for (let fx = 0; fx < filterWidth; fx++) {
            const x = ox * conv.strideWidth + fx - left;
            if (x < 0 || x >= inWidth) continue;
            visit((n * inHeight + y) * inWidth + x, position, fy * filterWidth + fx);
          }
        }
      }
    }
  }
}

/**
 * Gradient of a convolution with respect to its filter, missing in the stock backend: the input's patches as a matrix
 * [positions, taps · in], turned round, times dy [positions, out].
 */
export function conv2DBackpropFilter({ multiply, transpose }: MatMul): KernelFunc {
  return (args) => {
    const { inputs, backend, attrs } = args as unknown as WasmKernelArguments<
      'x' | 'dy',
      ConvAttrs & { filterShape: Shape4 }
    >;
    const conv = info(inputs.x.shape, attrs.filterShape, attrs);
    const positions = conv.batchSize * conv.outHeight * conv.outWidth;
    const channels = conv.inChannels;
    const width = conv.filterHeight * conv.filterWidth * channels;
    const patches = backend.makeOutput([positions, width], 'float32');
    const from = heapOf(backend, inputs.x);
    const to = heapOf(backend, patches).fill(0);
    forEachTap(conv, (source, position, tap) => {
      const start = source * channels;
      const end = position * width + tap * channels;
      for (let c = 0; c < channels; c++) to[end + c] = from[start + c] as number;
    });
    const turned = transpose(backend, patches);
    release(backend, patches);
    const out = multiply(backend, turned, reshaped(inputs.dy, [positions, conv.outChannels]));
    release(backend, turned);
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
    const channels = conv.inChannels;
    const width = conv.filterHeight * conv.filterWidth * channels;
    const turned = transpose(backend, reshaped(inputs.filter, [width, conv.outChannels]));
    const patches = multiply(backend, reshaped(inputs.dy, [positions, conv.outChannels]), turned);
    release(backend, turned);
    const out: TensorInfo = backend.makeOutput(conv.inShape, 'float32');
    const from = heapOf(backend, patches);
    const to = heapOf(backend, out).fill(0);
    forEachTap(conv, (source, position, tap) => {
      const start = position * width + tap * channels;
      const end = source * channels;
      for (let c = 0; c < channels; c++) to[end + c] = (to[end + c] as number) + (from[start + c] as number);
    });
    release(backend, patches);
    return out;
  };
}

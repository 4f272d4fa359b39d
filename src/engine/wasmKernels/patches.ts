import { backend_util } from '@tensorflow/tfjs-core';

/** Sizes of a convolution, NHWC. */
export type Conv = backend_util.Conv2DInfo;
/** `[batch, height, width, channels]`, or `[height, width, in, out]` for a filter. */
export type Shape4 = [number, number, number, number];

/** How a convolution's gradient is described by TensorFlow.js. */
export interface ConvAttrs {
  strides: [number, number] | number;
  pad: 'same' | 'valid' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  dataFormat?: string;
}

/** Sizes of the convolution of an input by a filter. Throws where channels do not come last: nothing here has them first. */
export function convOf(input: number[], filter: number[], attrs: ConvAttrs): Conv {
  if (attrs.dataFormat === 'NCHW') throw new Error('convolutions need their channels last');
  return backend_util.computeConv2DInfo(
    input as Shape4,
    filter as Shape4,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
  );
}

/** Rows and columns of the matrix of patches [positions, taps · in]: a row holds what one output position sees. */
export const patchesOf = (conv: Conv): [positions: number, width: number] => [
  conv.batchSize * conv.outHeight * conv.outWidth,
  conv.filterHeight * conv.filterWidth * conv.inChannels,
];

/**
 * Calls `visit` for every run of numbers that an input picture and its patches [positions, taps · in] have in common:
 * for one output position and one filter row, the taps inside the picture lie side by side in both.
 */
export function forEachRun(conv: Conv, visit: (source: number, patch: number, length: number) => void): void {
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

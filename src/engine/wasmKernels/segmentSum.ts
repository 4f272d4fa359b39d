import { type KernelFunc, util } from '@tensorflow/tfjs-core';
import { heapOf, type WasmKernelArguments } from './access';

/** Adds each row of x to the output row that its segment id names: the gradient of `gather`, so of an embedding. */
export const unsortedSegmentSum: KernelFunc = (args) => {
  const { inputs, backend, attrs } = args as unknown as WasmKernelArguments<
    'x' | 'segmentIds',
    { numSegments: number }
  >;
  const { x, segmentIds } = inputs;
  const width = util.sizeFromShape(x.shape) / (x.shape[0] as number);
  const out = backend.makeOutput([attrs.numSegments, ...x.shape.slice(1)], 'float32');
  const ids = backend.typedArrayFromHeap(segmentIds);
  const from = heapOf(backend, x);
  const to = heapOf(backend, out).fill(0);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] as number;
    if (id < 0) continue;
    for (let i = 0; i < width; i++)
      to[id * width + i] = (to[id * width + i] as number) + (from[row * width + i] as number);
  }
  return out;
};

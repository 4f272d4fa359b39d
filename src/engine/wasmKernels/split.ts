import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { heapOf, stockKernel, type WasmKernelArguments } from './access';

/**
 * Cuts a flat tensor into parts: how a network's layers get their weights. The stock kernel copies the whole tensor out
 * of the heap once for every part.
 */
export function splitFlat(): KernelFunc {
  const stock = stockKernel('SplitV');
  return (args) => {
    const { inputs, backend, attrs } = args as unknown as WasmKernelArguments<
      'x',
      { numOrSizeSplits: number | number[]; axis: number }
    >;
    const { x } = inputs;
    const sizes = attrs.numOrSizeSplits;
    if (x.shape.length !== 1 || x.dtype !== 'float32' || !Array.isArray(sizes) || sizes.includes(-1))
      return stock(args);
    let offset = 0;
    return sizes.map((size): TensorInfo => {
      const out = backend.makeOutput([size], 'float32');
      heapOf(backend, out).set(heapOf(backend, x).subarray(offset, offset + size));
      offset += size;
      return out;
    });
  };
}

import { type KernelFunc, util } from '@tensorflow/tfjs-core';
import { heapOf, stockKernel, type WasmKernelArguments } from './access';

/**
 * Sum or mean over all axes but the last: the gradient of every bias and the statistics of batch normalization. The
 * stock kernels first transpose the whole tensor; adding row to row needs no copy. Other reductions stay stock.
 */
export function reduceLeading(name: 'Sum' | 'Mean'): KernelFunc {
  const stock = stockKernel(name);
  return (args) => {
    const { inputs, backend, attrs } = args as unknown as WasmKernelArguments<
      'x',
      { axis: number | number[]; keepDims: boolean }
    >;
    const { x } = inputs;
    const rank = x.shape.length;
    const axes = util.parseAxisParam(attrs.axis, x.shape);
    const leading = rank > 1 && axes.length === rank - 1 && !axes.includes(rank - 1) && x.dtype === 'float32';
    if (!leading) return stock(args);
    const columns = x.shape[rank - 1] as number;
    const rows = util.sizeFromShape(x.shape) / columns;
    const out = backend.makeOutput(attrs.keepDims ? [...axes.map(() => 1), columns] : [columns], 'float32');
    const from = heapOf(backend, x);
    const sums = new Float64Array(columns);
    for (let row = 0, at = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, at++) {
        sums[column] = (sums[column] as number) + (from[at] as number);
      }
    }
    const scale = name === 'Mean' ? 1 / rows : 1;
    const to = heapOf(backend, out);
    for (let column = 0; column < columns; column++) to[column] = (sums[column] as number) * scale;
    return out;
  };
}

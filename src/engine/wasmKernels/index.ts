import { getKernel, type KernelFunc, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { conv2DBackpropFilter } from './conv2DBackpropFilter';
import { conv2DBackpropInput } from './conv2DBackpropInput';
import { fusedMatMul } from './fusedMatMul';
import { makeMatMul } from './matMul';
import { reduceLeading } from './reduce';
import { unsortedSegmentSum } from './segmentSum';
import { splitFlat } from './split';

/** Names of the kernels that are ours on the WASM backend. */
export const OWN_KERNELS = [
  'BatchMatMul',
  '_FusedMatMul',
  'Conv2DBackpropFilter',
  'Conv2DBackpropInput',
  'Sum',
  'Mean',
  'SplitV',
  'UnsortedSegmentSum',
] as const;

let registered = false;

/**
 * Puts our kernels into the WASM backend: two that it lacks (so that convolutions and embeddings can be trained at all)
 * and six that are much faster than its own. Safe to call again. The backend's module must have been loaded.
 */
export function registerWasmKernels(): void {
  if (registered) return;
  registered = true;
  const matMul = makeMatMul();
  const own: Record<(typeof OWN_KERNELS)[number], KernelFunc> = {
    BatchMatMul: matMul.kernel,
    _FusedMatMul: fusedMatMul(matMul),
    Conv2DBackpropFilter: conv2DBackpropFilter(matMul),
    Conv2DBackpropInput: conv2DBackpropInput(matMul),
    Sum: reduceLeading('Sum'),
    Mean: reduceLeading('Mean'),
    SplitV: splitFlat(),
    UnsortedSegmentSum: unsortedSegmentSum,
  };
  for (const kernelName of OWN_KERNELS) {
    const stock = getKernel(kernelName, 'wasm');
    // The stock kernel's own preparation binds C++ functions, which ours still need for the calls they pass on.
    const setup = stock?.setupFunc ? { setupFunc: stock.setupFunc } : {};
    if (stock) unregisterKernel(kernelName, 'wasm');
    registerKernel({ kernelName, backendName: 'wasm', kernelFunc: own[kernelName], ...setup });
  }
}

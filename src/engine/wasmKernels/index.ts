import { getKernel, type KernelFunc, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { conv2DBackpropFilter, conv2DBackpropInput } from './conv';
import { makeMatMul } from './matMul';
import { reduceLeading } from './reduce';
import { unsortedSegmentSum } from './segmentSum';
import { splitFlat } from './split';

let registered = false;

/**
 * Puts our kernels into the WASM backend: two that it lacks (so that convolutions and embeddings can be trained at all)
 * and five that are much faster than its own. Safe to call again.
 */
export function registerWasmKernels(): void {
  if (registered) return;
  registered = true;
  const matMul = makeMatMul();
  const own: Record<string, KernelFunc> = {
    BatchMatMul: matMul.kernel,
    Conv2DBackpropFilter: conv2DBackpropFilter(matMul),
    Conv2DBackpropInput: conv2DBackpropInput(matMul),
    Sum: reduceLeading('Sum'),
    Mean: reduceLeading('Mean'),
    SplitV: splitFlat(),
    UnsortedSegmentSum: unsortedSegmentSum,
  };
  const stock = ['BatchMatMul', 'Conv2DBackpropInput', 'Sum', 'Mean', 'SplitV'];
  for (const [kernelName, kernelFunc] of Object.entries(own)) {
    const setupFunc = stock.includes(kernelName) ? setupOf(kernelName) : undefined;
    if (stock.includes(kernelName)) unregisterKernel(kernelName, 'wasm');
    registerKernel({ kernelName, backendName: 'wasm', kernelFunc, ...(setupFunc && { setupFunc }) });
  }
}

/** The stock kernel's own preparation (binding of C++ functions), which ours still needs for the calls they pass on. */
function setupOf(name: string) {
  return getKernel(name, 'wasm')?.setupFunc;
}

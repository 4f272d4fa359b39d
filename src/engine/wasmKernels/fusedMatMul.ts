import type { KernelFunc } from '@tensorflow/tfjs-core';
import { release, stockKernel, type WasmKernelArguments } from './access';
import type { MatMul } from './matMul';

/** Product with bias and activation in one call. As in the plain product, transposed operands are turned round first. */
export function fusedMatMul({ transpose }: MatMul): KernelFunc {
  const stock = stockKernel('_FusedMatMul');
  return (args) => {
    const { inputs, backend, attrs } = args as unknown as WasmKernelArguments<
      'a' | 'b' | 'bias' | 'preluActivationWeights',
      { transposeA: boolean; transposeB: boolean }
    >;
    const a = attrs.transposeA ? transpose(backend, inputs.a) : inputs.a;
    const b = attrs.transposeB ? transpose(backend, inputs.b) : inputs.b;
    const straight = { ...attrs, transposeA: false, transposeB: false };
    const out = stock({ inputs: { ...inputs, a, b }, backend, attrs: straight as never });
    if (attrs.transposeA) release(backend, a);
    if (attrs.transposeB) release(backend, b);
    return out;
  };
}

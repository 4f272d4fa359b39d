import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { release, reshaped, stockKernel, type WasmKernelArguments } from './access';

/** Products of matrices on the WASM backend, without the stock kernel's slow path. */
export interface MatMul {
  /** [m, k] · [k, n] → [m, n] */
  multiply(backend: BackendWasm, a: TensorInfo, b: TensorInfo): TensorInfo;
  /** [rows, columns] → [columns, rows] */
  transpose(backend: BackendWasm, matrix: TensorInfo): TensorInfo;
  kernel: KernelFunc;
}

/**
 * The stock product uses XNNPACK only where no operand is transposed, and a scalar loop otherwise, which every weight
 * gradient hits. Here a transposed operand is first turned round, then multiplied fast.
 */
export function makeMatMul(): MatMul {
  const stock = stockKernel('BatchMatMul');
  const stockTranspose = stockKernel('Transpose');

  const product = (backend: BackendWasm, a: TensorInfo, b: TensorInfo): TensorInfo =>
    stock({ inputs: { a, b }, backend, attrs: { transposeA: false, transposeB: false } as never }) as TensorInfo;
  const turn = (backend: BackendWasm, x: TensorInfo): TensorInfo => {
    const rank = x.shape.length;
    const perm = [...x.shape.keys()].map((axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis));
    return stockTranspose({ inputs: { x }, backend, attrs: { perm } as never }) as TensorInfo;
  };

  return {
    multiply(backend, a, b) {
      const out = product(backend, reshaped(a, [1, ...a.shape]), reshaped(b, [1, ...b.shape]));
      return reshaped(out, out.shape.slice(1));
    },
    transpose: turn,
    kernel: (args) => {
      const { inputs, backend, attrs } = args as unknown as WasmKernelArguments<
        'a' | 'b',
        { transposeA: boolean; transposeB: boolean }
      >;
      const a = attrs.transposeA ? turn(backend, inputs.a) : inputs.a;
      const b = attrs.transposeB ? turn(backend, inputs.b) : inputs.b;
      const out = product(backend, a, b);
      if (attrs.transposeA) release(backend, a);
      if (attrs.transposeB) release(backend, b);
      return out;
    },
  };
}

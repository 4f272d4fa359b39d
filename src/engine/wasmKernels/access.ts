import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { getKernel, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs-core';

/** Arguments of a kernel on the WASM backend. */
export interface WasmKernelArguments<I extends string, A> {
  inputs: Record<I, TensorInfo>;
  backend: BackendWasm;
  attrs: A;
}

/** View of a tensor's numbers in the WASM heap. Valid until the next allocation, which may move the heap. */
export function heapOf(backend: BackendWasm, tensor: TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array;
}

/** A stock kernel of the backend, looked up before ours take its place. */
export function stockKernel(name: string): KernelFunc {
  const config = getKernel(name, 'wasm');
  if (!config) throw new Error(`the WASM backend has no ${name}`);
  return config.kernelFunc;
}

/** The same numbers under another shape; nothing is copied and nothing is owned. */
export const reshaped = (tensor: TensorInfo, shape: number[]): TensorInfo => ({ ...tensor, shape });

/** Gives scratch memory back. */
export const release = (backend: BackendWasm, tensor: TensorInfo): void => void backend.disposeData(tensor.dataId);

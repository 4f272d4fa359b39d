import {
  type BackendValues,
  KernelBackend,
  type KernelFunc,
  type NamedTensorInfoMap,
  registerBackend,
  registerKernel,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { sizeOf } from '../../../src/core/shape';
import { OPERATIONS } from '../../../src/engine/replay/operations';
import type { Numbers, Operand } from '../../../src/engine/replay/operations/types';

/** Name under which TensorFlow.js knows the backend of {@link registerDouble}. */
export const DOUBLE = 'double';

/** Kernels whose callers expect a list of outputs, even of one. */
const LISTS: ReadonlySet<string> = new Set(['SplitV', 'Unpack']);

/** Keeps every tensor in double precision. */
class DoubleBackend extends KernelBackend {
  private readonly held = new Map<object, { references: number; numbers: Numbers }>();

  override write(values: BackendValues): object {
    return this.hold(Float64Array.from(values as Float32Array));
  }

  override move(dataId: object, values: BackendValues): void {
    this.held.set(dataId, { references: 1, numbers: Float64Array.from(values as Float32Array) });
  }

  override readSync(dataId: object): BackendValues {
    return this.numbersOf(dataId) as Float32Array;
  }

  override read(dataId: object): Promise<BackendValues> {
    return Promise.resolve(this.readSync(dataId));
  }

  override disposeData(dataId: object, force = false): boolean {
    const held = this.held.get(dataId);
    if (!held) return true;
    held.references -= 1;
    if (!force && held.references > 0) return false;
    return this.held.delete(dataId);
  }

  override incRef(dataId: object): void {
    const held = this.held.get(dataId);
    if (held) held.references += 1;
  }

  override refCount(dataId: object): number {
    return this.held.get(dataId)?.references ?? 0;
  }

  override numDataIds(): number {
    return this.held.size;
  }

  override memory() {
    return { unreliable: false };
  }

  override timerAvailable(): boolean {
    return false;
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override dispose(): void {
    this.held.clear();
  }

  hold(numbers: Numbers): object {
    const dataId = {};
    this.held.set(dataId, { references: 1, numbers });
    return dataId;
  }

  numbersOf(dataId: object): Numbers {
    return this.held.get(dataId)?.numbers as Numbers;
  }
}

/**
 * Registers a backend that computes in double precision what others compute in single: with it, a run that is trained
 * eagerly is the reference of all engines. Its kernels are those of the replay engine's interpreter.
 */
export function registerDouble(): void {
  const backend = new DoubleBackend();
  registerBackend(DOUBLE, () => backend, 0);
  for (const [kernelName, operation] of Object.entries(OPERATIONS)) {
    const kernelFunc: KernelFunc = ({ inputs, attrs = {} }: { inputs: NamedTensorInfoMap; attrs?: object }) => {
      const operands = Object.entries(inputs)
        .filter(([, info]) => info != null)
        .map(([name, info]): [string, Operand] => [name, operand(info as TensorInfo)]);
      const made = operation
        .describe(Object.fromEntries(operands), { ...attrs })
        .map((described) => ({ ...described, numbers: new Float64Array(sizeOf(described.shape)) }));
      operation.compute(Object.fromEntries(operands), made, { ...attrs });
      const infos = made.map(
        ({ shape, dtype, numbers }): TensorInfo => ({ shape: [...shape], dtype, dataId: backend.hold(numbers) }),
      );
      return LISTS.has(kernelName) ? infos : (infos[0] as TensorInfo);
    };
    registerKernel({ kernelName, backendName: DOUBLE, kernelFunc });
  }
  const operand = ({ dataId, shape, dtype }: TensorInfo): Operand => ({
    shape,
    dtype: dtype as Operand['dtype'],
    numbers: backend.numbersOf(dataId),
  });
}

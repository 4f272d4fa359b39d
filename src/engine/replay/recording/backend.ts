import {
  type BackendValues,
  type DataType,
  KernelBackend,
  type KernelFunc,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  registerBackend,
  registerKernel,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { Problem } from '../../../core/problem';
import { OPERATIONS } from '../operations';

/** Name under which TensorFlow.js knows the backend that only records. */
export const RECORDER = 'recorder';

/** Told of every kernel call; returns what identifies the outputs. */
export type OnKernel = (
  kernel: string,
  inputs: Readonly<Record<string, TensorInfo>>,
  attrs: NamedAttrMap,
) => TensorInfo[];

/** Kernels whose callers expect a list of outputs, even of one. */
const LISTS: ReadonlySet<string> = new Set(['SplitV', 'Unpack']);

interface Held {
  references: number;
  /** Null for what a kernel call put out: it has no numbers. */
  numbers: Float32Array | null;
}

/** A backend whose tensors have shapes, but no numbers: kernel calls are reported instead of computed. */
export class RecorderBackend extends KernelBackend {
  /** Whoever records at present. */
  onKernel: OnKernel | null = null;
  private readonly held = new Map<object, Held>();

  /** A tensor without numbers. */
  blank(shape: readonly number[], dtype: DataType): TensorInfo {
    return { dataId: this.hold(null), shape: [...shape], dtype };
  }

  /** Numbers of a tensor that was made of some here, or null. */
  numbersOf(dataId: object): Float32Array | null {
    return this.held.get(dataId)?.numbers ?? null;
  }

  has(dataId: object): boolean {
    return this.held.has(dataId);
  }

  override write(values: BackendValues): object {
    // No copy: most are gradients' ones and zeros of the size of an activation, and whoever keeps the numbers copies them.
    return this.hold(values instanceof Float32Array ? values : Float32Array.from(values as ArrayLike<number>));
  }

  override move(dataId: object, values: BackendValues): void {
    this.held.set(dataId, { references: 1, numbers: Float32Array.from(values as Float32Array) });
  }

  override readSync(dataId: object): BackendValues {
    const numbers = this.numbersOf(dataId);
    if (!numbers) throw new Problem('replay.read', { place: placeOfCall() });
    return numbers;
  }

  override read(dataId: object): Promise<BackendValues> {
    return Promise.resolve(this.readSync(dataId));
  }

  override disposeData(dataId: object, force = false): boolean {
    const held = this.held.get(dataId);
    if (!held) return true;
    held.references -= 1;
    if (!force && held.references > 0) return false;
    this.held.delete(dataId);
    return true;
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

  override epsilon(): number {
    return 1e-7;
  }

  override dispose(): void {
    this.held.clear();
  }

  private hold(numbers: Float32Array | null): object {
    const dataId = {};
    this.held.set(dataId, { references: 1, numbers });
    return dataId;
  }
}

/** Where in our own code this is called from: the first frame that is neither TensorFlow.js nor the recorder. */
export function placeOfCall(): string {
  const { stackTraceLimit } = Error;
  // TensorFlow.js alone fills the ten frames that V8 keeps.
  Error.stackTraceLimit = 60;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  const lines = stack.split('\n').slice(1);
  const own = lines.find((line) => !/tfjs|tensorflow|replay\/recording\//.test(line)) ?? lines[0] ?? '';
  return own.trim().replace(/^at /, '').slice(0, 200);
}

let backend: RecorderBackend | null = null;

/** The one recording backend of this thread, registered with a kernel for every known operation. */
export function recorderBackend(): RecorderBackend {
  if (backend) return backend;
  const made = new RecorderBackend();
  // Priority 0: never chosen unless asked for.
  registerBackend(RECORDER, () => made, 0);
  const report =
    (kernel: string): KernelFunc =>
    ({ inputs, attrs }: { inputs: NamedTensorInfoMap; attrs?: NamedAttrMap }) => {
      if (!made.onKernel) throw new Error(`${kernel} was called on the recorder while nothing is recorded`);
      const outputs = made.onKernel(kernel, present(inputs), attrs ?? {});
      return LISTS.has(kernel) ? outputs : (outputs[0] as TensorInfo);
    };
  for (const kernelName of Object.keys(OPERATIONS)) {
    registerKernel({ kernelName, backendName: RECORDER, kernelFunc: report(kernelName) });
  }
  backend = made;
  return made;
}

/** Inputs that were given; optional ones may be null. */
function present(inputs: NamedTensorInfoMap): Record<string, TensorInfo> {
  return Object.fromEntries(Object.entries(inputs).filter((entry): entry is [string, TensorInfo] => entry[1] != null));
}

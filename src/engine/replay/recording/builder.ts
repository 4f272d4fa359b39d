import { engine, keep, type NamedAttrMap, type Tensor, type TensorInfo, Variable } from '@tensorflow/tfjs-core';
import { Problem } from '../../../core/problem';
import type { Graph, GraphNode, Value, ValueId } from '../graph';
import { OPERATIONS } from '../operations';
import { isUniform } from '../passes/values';
import { placeOfCall, type RecorderBackend } from './backend';

/** What a recorded program may do beside computing. */
export interface Recording {
  /** A tensor that is filled in before every run. The same name gives the same input. */
  input(name: string, shape: readonly number[]): Tensor;
  /** Names a result. */
  output(name: string, value: Tensor): void;
  /** Writes a state array when the run is over. */
  write(name: string, value: Tensor): void;
}

/**
 * The constants of recordings that belong together. Arrays of one number (a gradient's ones and zeros, often as large as an
 * activation) are kept once; all others are copied, since callers may reuse theirs.
 */
export class Constants {
  private readonly uniform = new Map<string, Float32Array>();

  keep(numbers: Float32Array): Float32Array {
    const [first] = numbers;
    if (first === undefined || !isUniform(numbers)) return numbers.slice();
    const key = `${Object.is(first, -0) ? '-0' : first} ${numbers.length}`;
    const known = this.uniform.get(key);
    if (known) return known;
    const copy = numbers.slice();
    this.uniform.set(key, copy);
    return copy;
  }
}

/** Listens to the backend and writes down the graph. */
export class GraphBuilder implements Recording {
  private readonly values: Value[] = [];
  private readonly nodes: GraphNode[] = [];
  private readonly ids = new Map<object, ValueId>();
  private readonly inputs = new Map<string, Tensor>();
  private readonly outputs: Record<string, ValueId> = {};
  private readonly writes: Record<string, ValueId> = {};
  /** Where the node number `siteOf` was called. */
  site = '';

  constructor(
    private readonly backend: RecorderBackend,
    private readonly constants: Constants,
    /** Data that state held before it was put aside: whoever still has hold of it would freeze it. */
    private readonly formerState: ReadonlyMap<object, string>,
    private readonly siteOf = -1,
  ) {}

  graph(): Graph {
    return { values: this.values, nodes: this.nodes, outputs: this.outputs, writes: this.writes };
  }

  /** Lets the tensors of the inputs go. */
  dispose(): void {
    for (const tensor of this.inputs.values()) tensor.dispose();
  }

  /** The tensor that stands for a state array; the caller owns it. */
  state(name: string, shape: readonly number[]): Tensor {
    return this.source({ shape, dtype: 'float32', source: { from: 'state', name } });
  }

  input(name: string, shape: readonly number[]): Tensor {
    let tensor = this.inputs.get(name);
    if (!tensor) {
      // Kept, since it may be asked for in a gradient's own scope first and outside of it later.
      tensor = keep(this.source({ shape, dtype: 'float32', source: { from: 'input', name } }));
      this.inputs.set(name, tensor);
    }
    return tensor;
  }

  output(name: string, value: Tensor): void {
    if (this.nodes.length === this.siteOf) this.site = placeOfCall();
    this.outputs[name] = this.idOf(value);
  }

  write(name: string, value: Tensor): void {
    if (name in this.writes) throw new Problem('replay.twice', { name, place: placeOfCall() });
    this.writes[name] = this.idOf(value);
  }

  /** Records one kernel call. */
  kernel(kernel: string, given: Readonly<Record<string, TensorInfo>>, attrs: NamedAttrMap): TensorInfo[] {
    if (this.nodes.length === this.siteOf) this.site = placeOfCall();
    const inputs = Object.fromEntries(Object.entries(given).map(([name, info]) => [name, this.idOf(info)]));
    const described = OPERATIONS[kernel]?.describe(given as never, attrs) ?? [];
    const node = this.nodes.length;
    const infos = described.map(({ shape, dtype }, output) => {
      const info = this.backend.blank(shape, dtype);
      this.ids.set(info.dataId, this.add({ shape, dtype, source: { from: 'node', node, output } }));
      return info;
    });
    const outputs = infos.map(({ dataId }) => this.ids.get(dataId) as ValueId);
    // A copy: callers may reuse their arrays.
    this.nodes.push({ kernel, inputs, outputs, attrs: structuredClone({ ...attrs }) });
    return infos;
  }

  private source(value: Value): Tensor {
    const info = this.backend.blank(value.shape, value.dtype);
    this.ids.set(info.dataId, this.add(value));
    return engine().makeTensorFromTensorInfo(info);
  }

  private add(value: Value): ValueId {
    return this.values.push({ ...value, shape: [...value.shape] }) - 1;
  }

  /** The value of a tensor: a known one, or else a constant whose numbers are read. */
  private idOf(info: TensorInfo): ValueId {
    const known = this.ids.get(info.dataId);
    if (known !== undefined) return known;
    const former = this.formerState.get(info.dataId);
    if (former !== undefined) throw new Problem('replay.kept', { name: former, place: placeOfCall() });
    if (info instanceof Variable) throw new Problem('replay.variable', { place: placeOfCall() });
    const numbers = this.backend.has(info.dataId)
      ? this.backend.numbersOf(info.dataId)
      : Float32Array.from(engine().readSync(info.dataId) as Float32Array);
    // What another recording put out and somebody kept.
    if (!numbers) throw new Problem('replay.kept', { name: '', place: placeOfCall() });
    const id = this.add({
      shape: info.shape,
      dtype: info.dtype as Value['dtype'],
      source: { from: 'constant', numbers: this.constants.keep(numbers) },
    });
    this.ids.set(info.dataId, id);
    return id;
  }
}

import { sizeOf } from '../../../core/shape';
import type { Graph, GraphNode, Value, ValueId } from '../graph';

/** A stretch of memory that values lie in. */
export interface Buffer {
  kind: 'state' | 'input' | 'constant' | 'scratch';
  /** Numbers in it. */
  size: number;
  /** Of state and inputs. */
  name?: string;
  /** Of constants. */
  numbers?: Float32Array;
  /** A larger buffer that this one is a part of, and where. */
  within?: { buffer: Buffer; offset: number };
  /** First and last instruction that touch it; filled while instructions are placed. */
  first: number;
  last: number;
  /** Byte address, once memory is laid out. */
  address: number;
}

/** Where a value lies: a buffer and how many numbers into it. */
export interface Place {
  buffer: Buffer;
  offset: number;
}

/** A place in the outermost buffer. */
export function outermost({ buffer, offset }: Place): Place {
  let place = { buffer, offset };
  while (place.buffer.within) {
    place = { buffer: place.buffer.within.buffer, offset: place.offset + place.buffer.within.offset };
  }
  return place;
}

/** Byte address of a place, once memory is laid out. */
export function addressOf(place: Place): number {
  const { buffer, offset } = outermost(place);
  return buffer.address + 4 * offset;
}

/** Whether whole vectors may be written to a value of that size there: nothing else follows in the buffer. */
export function endsBuffer(place: Place, size: number): boolean {
  const { buffer, offset } = outermost(place);
  return offset % 4 === 0 && offset + size === buffer.size;
}

const newBuffer = (kind: Buffer['kind'], size: number, more: Partial<Buffer> = {}): Buffer => ({
  kind,
  size,
  first: Number.POSITIVE_INFINITY,
  last: -1,
  address: 0,
  ...more,
});

/** Kernels whose output is their input under another shape or type. */
const ALIASES: ReadonlySet<string> = new Set(['Identity', 'Reshape', 'ExpandDims']);

/** Where every value of a graph lies; views share the memory of what they are views of. */
export class Places {
  private readonly places: (Place | undefined)[] = [];
  readonly buffers: Buffer[] = [];
  private readonly named = new Map<string, Buffer>();

  constructor(readonly graph: Graph) {
    for (const [id, value] of graph.values.entries()) {
      if (value.source.from !== 'node') this.places[id] = { buffer: this.source(value), offset: 0 };
    }
    for (const node of graph.nodes) this.placeOutputs(node);
    for (const node of graph.nodes) if (node.kernel === 'Concat' || node.kernel === 'Pack') this.joinParts(node);
  }

  of(id: ValueId): Place {
    return this.places[id] as Place;
  }

  size(id: ValueId): number {
    return sizeOf((this.graph.values[id] as Value).shape);
  }

  /** Whether the value is a view of something that exists already, so that nothing is to be done for it. */
  isView(node: GraphNode): boolean {
    return this.viewOf(node) !== null;
  }

  /** Scratch memory of an instruction's own. */
  scratch(size: number): Buffer {
    const buffer = newBuffer('scratch', size);
    this.buffers.push(buffer);
    return buffer;
  }

  /** A constant of one number. */
  constant(number: number): Buffer {
    return this.add(newBuffer('constant', 1, { numbers: Float32Array.of(number) }));
  }

  /** The buffer of a state array. */
  state(name: string, size: number): Buffer {
    return this.own('state', name, size);
  }

  private source({ shape, source }: Value): Buffer {
    const size = sizeOf(shape);
    if (source.from === 'constant') return this.add(newBuffer('constant', size, { numbers: source.numbers }));
    return this.own(source.from === 'state' ? 'state' : 'input', source.from === 'node' ? '' : source.name, size);
  }

  private own(kind: 'state' | 'input', name: string, size: number): Buffer {
    const key = `${kind} ${name}`;
    const known = this.named.get(key);
    if (known) return known;
    const made = this.add(newBuffer(kind, size, { name }));
    this.named.set(key, made);
    return made;
  }

  private add(buffer: Buffer): Buffer {
    this.buffers.push(buffer);
    return buffer;
  }

  private placeOutputs(node: GraphNode): void {
    const views = this.viewOf(node);
    for (const [i, id] of node.outputs.entries()) {
      this.places[id] = views?.[i] ?? { buffer: this.scratch(this.size(id)), offset: 0 };
    }
  }

  /** Places of the outputs inside the input, or null where they must be computed. */
  private viewOf({ kernel, inputs, outputs, attrs }: GraphNode): Place[] | null {
    const x = inputs['x'] ?? inputs['input'] ?? inputs['value'];
    if (x === undefined) return null;
    const from = this.of(x);
    if (ALIASES.has(kernel)) return [from];
    const { shape, dtype } = this.graph.values[x] as Value;
    if (kernel === 'Cast')
      return attrs['dtype'] === 'float32' || attrs['dtype'] === dtype || dtype === 'bool' ? [from] : null;
    if (kernel !== 'SplitV' && kernel !== 'Unpack') return null;
    if (!isOuter(shape, (attrs['axis'] as number | undefined) ?? 0)) return null;
    let offset = from.offset;
    return outputs.map((id) => {
      const place = { buffer: from.buffer, offset };
      offset += this.size(id);
      return place;
    });
  }

  /** Lets the parts of a join be computed right where they will stand, if each is a buffer of its own. */
  private joinParts({ inputs, outputs, attrs }: GraphNode): void {
    const out = outputs[0] as ValueId;
    const { shape } = this.graph.values[out] as Value;
    if (!isOuter(shape, (attrs['axis'] as number | undefined) ?? 0)) return;
    const into = this.of(out).buffer;
    let offset = 0;
    for (const id of Object.values(inputs)) {
      const { buffer, offset: inside } = this.of(id);
      const free = buffer.kind === 'scratch' && !buffer.within && inside === 0 && buffer.size === this.size(id);
      if (free && buffer !== into) buffer.within = { buffer: into, offset };
      offset += this.size(id);
    }
  }
}

/** Whether parts along that axis lie one behind the other in memory: all axes before it have one place. */
export function isOuter(shape: readonly number[], axis: number): boolean {
  const at = axis < 0 ? axis + shape.length : axis;
  return shape.slice(0, at).every((size) => size === 1);
}

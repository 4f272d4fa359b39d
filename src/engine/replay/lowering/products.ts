import type { GraphNode, ValueId } from '../graph';
import { readingOf } from './broadcast';
import { addressOf, type Place, type Places } from './buffers';
import type { Uses } from './uses';
import { instruction, OP, PANEL_BYTES, PRODUCT, partsOf, type Word } from './words';

/** A product with what follows it: a bias for each column and (leaky) ReLU, or the gradient of (leaky) ReLU. */
export interface FusedProduct {
  bias: ValueId | undefined;
  /** 0: none, 1: ReLU, 2: leaky ReLU. */
  activation: 0 | 1 | 2;
  slope: number;
  /** Result of the (leaky) ReLU whose gradient the product is multiplied by. */
  mask: ValueId | undefined;
  /** What the product puts out in the end. */
  out: ValueId;
  /** Nodes that are then done. */
  absorbed: readonly GraphNode[];
}

/** Finds for every product of two matrices what can be computed with it. */
export function fuseProducts(uses: Uses): Map<GraphNode, FusedProduct> {
  const found = new Map<GraphNode, FusedProduct>();
  for (const node of uses.nodes) {
    if (node.kernel !== 'BatchMatMul' || uses.shape(node.outputs[0] as ValueId).length !== 2) continue;
    found.set(node, fuse(node, uses));
  }
  const done = new Set([...found.values()].flatMap(({ absorbed }) => absorbed));
  for (const [node, fused] of found) {
    if (fused.mask !== undefined) uses.pin(fused.mask);
    // The derivative itself is not needed where products alone ask for it.
    const step = fused.mask === undefined ? undefined : stepOf(fused.absorbed[0] as GraphNode, uses);
    const [out] = step?.outputs ?? [];
    if (!step || out === undefined || uses.isKept(out) || !uses.readersOf(out).every((one) => done.has(one))) continue;
    found.set(node, { ...fused, absorbed: [...fused.absorbed, step] });
  }
  return found;
}

/** The derivative of (leaky) ReLU that a product's gradient is multiplied by. */
function stepOf({ inputs }: GraphNode, uses: Uses): GraphNode | undefined {
  return Object.values(inputs)
    .map((id) => uses.maker(id))
    .find((maker) => maker?.kernel === 'Step');
}

function fuse(node: GraphNode, uses: Uses): FusedProduct {
  const product = node.outputs[0] as ValueId;
  const plain = { bias: undefined, activation: 0, slope: 0, mask: undefined, out: product, absorbed: [] } as const;
  const reader = uses.onlyReader(product);
  if (reader?.kernel !== 'Add' && reader?.kernel !== 'Multiply') return plain;
  const { a, b } = reader.inputs as { a: ValueId; b: ValueId };
  const [own, other] = uses.base(a) === product ? [a, b] : [b, a];
  const result = reader.outputs[0] as ValueId;
  const same = (id: ValueId) => String(uses.shape(id)) === String(uses.shape(result));
  if (!same(own) || !same(product)) return plain;
  const fused = { ...plain, out: result, absorbed: [reader] };
  if (reader.kernel === 'Add') return withBias(fused, other, uses) ?? plain;
  const step = uses.maker(other);
  if (step?.kernel !== 'Step' || !same(other)) return plain;
  const slope = (step.attrs['alpha'] as number | undefined) ?? 0;
  return { ...fused, mask: step.inputs['x'], slope };
}

/** The sum of a product and a bias, with the activation that follows; null where the other term is no bias. */
function withBias(sum: FusedProduct, bias: ValueId, uses: Uses): FusedProduct | null {
  const reading = readingOf(uses.shape(bias), uses.shape(sum.out));
  // A bias that comes from the activations themselves would have to wait for them.
  if (reading.mode !== 'periodic' || reading.inner !== 1 || uses.maker(bias)) return null;
  const activation = uses.onlyReader(sum.out);
  const direct = activation && uses.base(activation.inputs['x'] ?? -1) === sum.out;
  if (!direct || (activation.kernel !== 'Relu' && activation.kernel !== 'LeakyRelu')) return { ...sum, bias };
  return {
    ...sum,
    bias,
    activation: activation.kernel === 'Relu' ? 1 : 2,
    slope: activation.kernel === 'Relu' ? 0 : (activation.attrs['alpha'] as number),
    out: activation.outputs[0] as ValueId,
    absorbed: [...sum.absorbed, activation],
  };
}

/** One side of a product: matrices one behind the other, perhaps to be read turned. */
interface Side {
  id: ValueId;
  rows: number;
  columns: number;
  turned: boolean;
}

const turn = (side: Side): Side => ({ ...side, turned: !side.turned });

/** Columns that a thread should have at least of a product that is shared. */
const COLUMNS = 32;

/** Instructions of one node's products, batch by batch. `panels` has room for a panel of each thread. */
export function encodeProduct(
  node: GraphNode,
  fused: FusedProduct | undefined,
  uses: Uses,
  places: Places,
  { panels, threads }: { panels: Place; threads: number },
): Word[] {
  const out = fused?.out ?? (node.outputs[0] as ValueId);
  let [left, right] = (['a', 'b'] as const).map((name): Side => {
    const id = node.inputs[name] as ValueId;
    const [rows = 1, columns = 1] = uses.shape(id).slice(-2);
    return { id, rows, columns, turned: Boolean(node.attrs[name === 'a' ? 'transposeA' : 'transposeB']) };
  }) as [Side, Side];
  const oneColumn = (right.turned ? right.rows : right.columns) === 1;
  // Aᵀ x stands in memory as xᵀ A does, which fills whole vectors.
  if (oneColumn && left.turned && fused?.bias === undefined) [left, right] = [turn(right), turn(left)];
  const [m, k] = left.turned ? [left.columns, left.rows] : [left.rows, left.columns];
  const n = right.turned ? right.rows : right.columns;
  const at = (id: ValueId, more: number) => ({ address: () => addressOf(places.of(id)) + 4 * more });
  const batchOf = ({ id, rows, columns }: Side, batch: number) =>
    at(id, (batch % (places.size(id) / (rows * columns))) * rows * columns);
  const optional = (id: ValueId | undefined) => (id === undefined ? 0 : at(id, 0));
  return Array.from({ length: places.size(out) / (m * n) }, (_, batch) =>
    instruction(OP.product, [
      (left.turned ? PRODUCT.transposeA : 0) | (right.turned ? PRODUCT.transposeB : 0),
      m,
      n,
      k,
      batchOf(left, batch),
      left.columns,
      batchOf(right, batch),
      right.columns,
      at(out, batch * m * n),
      n,
      optional(fused?.bias),
      fused?.activation ?? 0,
      { real: fused?.slope ?? 0 },
      optional(fused?.mask),
      { address: () => addressOf(panels) },
      PANEL_BYTES,
      partsOf(m * n * k, Math.floor(n / COLUMNS), threads),
    ]),
  ).flat();
}

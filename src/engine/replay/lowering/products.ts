import type { GraphNode, ValueId } from '../graph';
import { readingOf } from './broadcast';
import { addressOf, type Place, type Places } from './buffers';
import type { Uses } from './uses';
import { instruction, OP, PRODUCT, type Word } from './words';

/** A product with what follows it: a bias for each column, and (leaky) ReLU. */
export interface FusedProduct {
  bias: ValueId | undefined;
  /** 0: none, 1: ReLU, 2: leaky ReLU. */
  activation: 0 | 1 | 2;
  slope: number;
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
  return found;
}

function fuse(node: GraphNode, uses: Uses): FusedProduct {
  const product = node.outputs[0] as ValueId;
  const plain: FusedProduct = { bias: undefined, activation: 0, slope: 0, out: product, absorbed: [] };
  const add = uses.onlyReader(product);
  if (add?.kernel !== 'Add') return plain;
  const { a, b } = add.inputs as { a: ValueId; b: ValueId };
  const [own, bias] = uses.base(a) === product ? [a, b] : [b, a];
  const sum = add.outputs[0] as ValueId;
  const shape = uses.shape(sum);
  if (String(uses.shape(own)) !== String(shape) || String(uses.shape(product)) !== String(shape)) return plain;
  const reading = readingOf(uses.shape(bias), shape);
  // A bias that comes from the activations themselves would have to wait for them.
  if (reading.mode !== 'periodic' || reading.inner !== 1 || uses.maker(bias)) return plain;
  const withBias = { ...plain, bias, out: sum, absorbed: [add] };
  const activation = uses.onlyReader(sum);
  const direct = activation && uses.base(activation.inputs['x'] ?? -1) === sum;
  if (!direct || (activation.kernel !== 'Relu' && activation.kernel !== 'LeakyRelu')) return withBias;
  return {
    ...withBias,
    activation: activation.kernel === 'Relu' ? 1 : 2,
    slope: activation.kernel === 'Relu' ? 0 : (activation.attrs['alpha'] as number),
    out: activation.outputs[0] as ValueId,
    absorbed: [add, activation],
  };
}

/** Instructions of one node's products, batch by batch. */
export function encodeProduct(
  node: GraphNode,
  fused: FusedProduct | undefined,
  uses: Uses,
  places: Places,
  scratch: Place,
): Word[] {
  const { a, b } = node.inputs as { a: ValueId; b: ValueId };
  const out = fused?.out ?? (node.outputs[0] as ValueId);
  const [shapeA, shapeB] = [uses.shape(a), uses.shape(b)];
  const [a0 = 1, a1 = 1] = shapeA.slice(-2);
  const [b0 = 1, b1 = 1] = shapeB.slice(-2);
  const turnedA = Boolean(node.attrs['transposeA']);
  const turnedB = Boolean(node.attrs['transposeB']);
  const [m, k, n] = [turnedA ? a1 : a0, turnedA ? a0 : a1, turnedB ? b0 : b1];
  const batches = places.size(out) / (m * n);
  const [batchesA, batchesB] = [places.size(a) / (a0 * a1), places.size(b) / (b0 * b1)];
  const at = (place: Place, more: number) => ({ address: () => addressOf(place) + 4 * more });
  const flags = (turnedA ? PRODUCT.transposeA : 0) | (turnedB ? PRODUCT.transposeB : 0);
  return Array.from({ length: batches }, (_, batch) =>
    instruction(OP.product, [
      flags,
      m,
      n,
      k,
      at(places.of(a), (batch % batchesA) * a0 * a1),
      a1,
      at(places.of(b), (batch % batchesB) * b0 * b1),
      b1,
      at(places.of(out), batch * m * n),
      n,
      fused?.bias === undefined ? 0 : at(places.of(fused.bias), 0),
      fused?.activation ?? 0,
      { real: fused?.slope ?? 0 },
      0,
      at(scratch, 0),
    ]),
  ).flat();
}

import { util } from '@tensorflow/tfjs-core';
import { Problem } from '../../../core/problem';
import type { GraphNode, ValueId } from '../graph';
import { addressOf, type Places } from './buffers';
import type { Uses } from './uses';
import { instruction, OP, type Word } from './words';

/** Kinds of reductions, as `assembly/reduce.ts` numbers them; truth is the least or greatest of 0 and 1. */
const KINDS: Readonly<Record<string, number>> = { Sum: 0, Mean: 0, Max: 1, Any: 1, Min: 2, All: 2, Prod: 3 };

/** The instruction of a reduction over neighbouring axes; null for other kernels. */
export function encodeReduction(
  { kernel, inputs, outputs, attrs }: GraphNode,
  uses: Uses,
  places: Places,
): Word[] | null {
  const kind = KINDS[kernel];
  if (kind === undefined) return null;
  const [x, y] = [inputs['x'] as ValueId, outputs[0] as ValueId];
  const shape = uses.shape(x);
  const given = (kernel === 'Max' ? attrs['reductionIndices'] : attrs['axis']) as number | number[];
  const axes = util.parseAxisParam(given, [...shape]).filter((axis) => shape[axis] !== 1);
  const [first, last] = [Math.min(...axes), Math.max(...axes)];
  const between = shape.flatMap((size, axis) => (axis > first && axis < last && size !== 1 ? [axis] : []));
  if (!between.every((axis) => axes.includes(axis))) throw new Problem('replay.kernel', { kernel, why: 'axes' });
  const product = (from: number, to: number) => shape.slice(from, to).reduce((all, size) => all * size, 1);
  const count = axes.length === 0 ? 1 : product(first, last + 1);
  const inner = axes.length === 0 ? 1 : product(last + 1, shape.length);
  return instruction(OP.reduce, [
    kind,
    { address: () => addressOf(places.of(x)) },
    { address: () => addressOf(places.of(y)) },
    places.size(x) / (count * inner),
    count,
    inner,
    { real: kernel === 'Mean' ? count : 1 },
  ]);
}

import { backend_util } from '@tensorflow/tfjs-core';
import { Problem } from '../../../core/problem';
import type { GraphNode, ValueId } from '../graph';
import { addressOf, type Buffer, type Places } from './buffers';
import type { Uses } from './uses';
import { instruction, OP, type Word } from './words';

/** Kinds, as `assembly/convolution.ts` numbers them. */
const KINDS: Readonly<Record<string, number>> = { Conv2D: 0, Conv2DBackpropInput: 1, Conv2DBackpropFilter: 2 };

/** Patches of so many numbers at a time stay in the second-level cache. */
const PATCHES = 65_536;
/** Rows that a product should have at least, so that packing its right side is worth it (10 % where patches are wide). */
const ROWS = 128;

type Shape4 = [number, number, number, number];

/** The instruction of a convolution or one of its gradients, and the memory for its patches; null for other kernels. */
export function encodeConvolution(
  { kernel, inputs, outputs, attrs }: GraphNode,
  uses: Uses,
  places: Places,
  scratch: Buffer,
): { words: Word[]; patches: Buffer } | null {
  const kind = KINDS[kernel];
  if (kind === undefined) return null;
  const out = outputs[0] as ValueId;
  // By role: the pictures that are convolved, the filter, and what comes of them.
  const [x, filter, y] = (
    kind === 0
      ? [inputs['x'], inputs['filter'], out]
      : kind === 1
        ? [out, inputs['filter'], inputs['dy']]
        : [inputs['x'], out, inputs['dy']]
  ) as [ValueId, ValueId, ValueId];
  const info = backend_util.computeConv2DInfo(
    uses.shape(x) as Shape4,
    uses.shape(filter) as Shape4,
    attrs['strides'] as number,
    (attrs['dilations'] as number | undefined) ?? 1,
    attrs['pad'] as 'same',
    attrs['dimRoundingMode'] as 'floor' | undefined,
  );
  if (info.dilationHeight !== 1 || info.dilationWidth !== 1)
    throw new Problem('replay.kernel', { kernel, why: 'dilation' });
  const patch = info.outHeight * info.outWidth * info.filterHeight * info.filterWidth * info.inChannels;
  const enough = Math.ceil(ROWS / (info.outHeight * info.outWidth));
  const chunk = Math.min(info.batchSize, Math.max(enough, Math.floor(PATCHES / patch)));
  const patches = places.scratch(chunk * patch);
  const at = (id: ValueId) => ({ address: () => addressOf(places.of(id)) });
  const words = instruction(OP.convolution, [
    kind,
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
    info.outHeight,
    info.outWidth,
    info.outChannels,
    at(x),
    at(filter),
    at(y),
    { address: () => addressOf({ buffer: patches, offset: 0 }) },
    { address: () => addressOf({ buffer: scratch, offset: 0 }) },
    chunk,
  ]);
  return { words, patches };
}

import { backend_util } from '@tensorflow/tfjs-core';
import { Problem } from '../../../core/problem';
import type { GraphNode, ValueId } from '../graph';
import { addressOf, type Buffer, type Places } from './buffers';
import type { Uses } from './uses';
import { instruction, OP, PANEL_BYTES, partsOf, type Word } from './words';

/** Kinds, as `assembly/convolution.ts` numbers them. */
const KINDS: Readonly<Record<string, number>> = { Conv2D: 0, Conv2DBackpropInput: 1, Conv2DBackpropFilter: 2 };

/** Patches of so many numbers at a time stay in the second-level cache. */
const PATCHES = 65_536;
/** Rows that a product should have at least, so that fetching the packed filter is worth it. */
const ROWS = 48;
/** Terms that a sum of the filter's gradient should have at least, so that adding it to those before is worth it. */
const TERMS = 128;

/** With so many pictures, each cell's product fills its tiles without patches. */
const PICTURES = 8;
/** For the filter's gradient they are the terms of a cell's sum, which has to be worth adding to those before. */
const TERMS_OF_CELL = 32;

/** Numbers of a filter's line that a thread should have at least of a gradient that is shared. */
const LINE = 16;

type Shape4 = [number, number, number, number];

/** The instruction of a convolution or one of its gradients, and the memory that it works in; null for other kernels. */
export function encodeConvolution(
  { kernel, inputs, outputs, attrs }: GraphNode,
  uses: Uses,
  places: Places,
  threads: number,
): { words: Word[]; scratch: readonly Buffer[] } | null {
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
  const taps = info.filterHeight * info.filterWidth * info.inChannels;
  const patch = info.outHeight * info.outWidth * taps;
  const enough = Math.ceil((kind === 2 ? TERMS : ROWS) / (info.outHeight * info.outWidth));
  const direct = info.inChannels % 8 === 0 && info.batchSize >= (kind === 2 ? TERMS_OF_CELL : PICTURES);
  const chunk = direct ? 0 : Math.min(info.batchSize, Math.max(enough, Math.floor(PATCHES / patch)));
  const lines = info.batchSize * info.filterWidth * info.inChannels;
  // A thread's own, and what all threads have in common or, for the filter's gradient, each packs for itself.
  const patchesOfThread = Math.ceil((!direct ? chunk * patch : kind === 2 ? lines : 0) / 4) * 4;
  const patches = places.scratch(patchesOfThread * threads);
  // What all products have in common, in panels of eight columns; or one panel.
  const [k, n] = [
    [taps, info.outChannels],
    [info.outChannels, taps],
    [info.batchSize, info.outChannels],
  ][kind] as [number, number];
  const packedOfThread = kind === 2 && !direct ? PANEL_BYTES / 4 : k * Math.ceil(n / 8) * 8;
  const packed = places.scratch(packedOfThread * (kind === 2 ? threads : 1));
  const most =
    kind === 2
      ? direct
        ? Math.floor((info.filterWidth * info.inChannels) / LINE)
        : 1
      : Math.floor(info.batchSize / (direct ? PICTURES : chunk));
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
    { address: () => addressOf({ buffer: packed, offset: 0 }) },
    chunk,
    4 * patchesOfThread,
    kind === 2 ? 4 * packedOfThread : 0,
    partsOf(info.batchSize * patch * info.outChannels, most, threads),
  ]);
  return { words, scratch: [patches, packed] };
}

import { z } from 'zod';
import { Problem, type ProblemRecord, toProblemRecord } from './problem';
import { sizeOf } from './shape';

/** Activation functions that a network may use. All are differentiable twice, so a penalty can go through them. */
export const ACTIVATIONS = ['relu', 'leakyRelu', 'tanh', 'sigmoid', 'softplus', 'linear'] as const;
/** One of {@link ACTIVATIONS}. */
export type Activation = (typeof ACTIVATIONS)[number];

/** A shape without its batch axis: `[features]` for vectors, `[height, width, channels]` for images. */
export type Shape = readonly number[];

const int = (min: number, max: number) => z.int().min(min).max(max);

/** One layer of a network, as data. Convolutions are padded to `same`: stride 1 keeps the size. */
export const layerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dense'), units: int(1, 16_384) }),
  z.strictObject({ type: z.literal('conv'), filters: int(1, 512), kernel: int(1, 9), stride: int(1, 4) }),
  z.strictObject({ type: z.literal('convTranspose'), filters: int(1, 512), kernel: int(1, 9), stride: int(1, 4) }),
  z.strictObject({ type: z.literal('maxout'), units: int(1, 16_384), pieces: int(2, 10) }),
  z.strictObject({ type: z.literal('batchNorm') }),
  z.strictObject({ type: z.literal('layerNorm') }),
  z.strictObject({ type: z.literal('instanceNorm') }),
  z.strictObject({ type: z.literal('pixelNorm') }),
  z.strictObject({ type: z.literal('minibatchDiscrimination'), kernels: int(1, 64), dims: int(1, 64) }),
  z.strictObject({ type: z.literal('minibatchStddev'), group: int(2, 64) }),
  z.strictObject({ type: z.literal('activation'), fn: z.enum(ACTIVATIONS) }),
  z.strictObject({ type: z.literal('dropout'), rate: z.number().min(0).max(0.9) }),
  z.strictObject({ type: z.literal('skip') }),
  z.strictObject({ type: z.literal('constant'), height: int(1, 64), width: int(1, 64), channels: int(1, 512) }),
  z.strictObject({ type: z.literal('upsample') }),
  z.strictObject({ type: z.literal('downsample') }),
  z.strictObject({ type: z.literal('toPicture'), channels: int(1, 512) }),
  z.strictObject({ type: z.literal('fromPicture'), channels: int(1, 512) }),
  z.strictObject({ type: z.literal('noise') }),
  z.strictObject({ type: z.literal('style') }),
  z.strictObject({ type: z.literal('flatten') }),
  z.strictObject({ type: z.literal('reshape'), height: int(1, 64), width: int(1, 64), channels: int(1, 512) }),
]);
/** A layer record that passed {@link layerSchema}. */
export type LayerSpec = z.infer<typeof layerSchema>;
/** Kind of a layer. */
export type LayerType = LayerSpec['type'];

/** What the layer editor offers for each type: a fresh record whose fields it then edits within the schema's limits. */
export const NEW_LAYER: { readonly [T in LayerType]: Extract<LayerSpec, { type: T }> } = {
  dense: { type: 'dense', units: 64 },
  conv: { type: 'conv', filters: 32, kernel: 4, stride: 2 },
  convTranspose: { type: 'convTranspose', filters: 32, kernel: 4, stride: 2 },
  maxout: { type: 'maxout', units: 64, pieces: 5 },
  batchNorm: { type: 'batchNorm' },
  layerNorm: { type: 'layerNorm' },
  instanceNorm: { type: 'instanceNorm' },
  pixelNorm: { type: 'pixelNorm' },
  minibatchDiscrimination: { type: 'minibatchDiscrimination', kernels: 16, dims: 8 },
  minibatchStddev: { type: 'minibatchStddev', group: 4 },
  activation: { type: 'activation', fn: 'leakyRelu' },
  dropout: { type: 'dropout', rate: 0.3 },
  skip: { type: 'skip' },
  constant: { type: 'constant', height: 7, width: 7, channels: 32 },
  upsample: { type: 'upsample' },
  downsample: { type: 'downsample' },
  toPicture: { type: 'toPicture', channels: 3 },
  fromPicture: { type: 'fromPicture', channels: 3 },
  noise: { type: 'noise' },
  style: { type: 'style' },
  flatten: { type: 'flatten' },
  reshape: { type: 'reshape', height: 7, width: 7, channels: 32 },
};

/** Limits of the numeric fields of layers, for the editor's inputs; the schema enforces the same. */
export const LAYER_FIELD_LIMITS: Record<string, { min: number; max: number; step: number }> = {
  units: { min: 1, max: 16_384, step: 1 },
  filters: { min: 1, max: 512, step: 1 },
  kernel: { min: 1, max: 9, step: 1 },
  stride: { min: 1, max: 4, step: 1 },
  rate: { min: 0, max: 0.9, step: 0.05 },
  pieces: { min: 2, max: 10, step: 1 },
  kernels: { min: 1, max: 64, step: 1 },
  dims: { min: 1, max: 64, step: 1 },
  group: { min: 2, max: 64, step: 1 },
  height: { min: 1, max: 64, step: 1 },
  width: { min: 1, max: 64, step: 1 },
  channels: { min: 1, max: 512, step: 1 },
};

/** No net of this laboratory needs more; beyond it a tab runs out of memory before it learns. */
export const MAX_PARAMETERS = 20_000_000;
const MAX_ACTIVATIONS = 2_000_000;
const MAX_LAYERS = 40;

/**
 * The part a network plays. It fixes what goes in, what must come out and which layers are added at its ends: a generator makes
 * samples of latents, a translator samples of other samples, a discriminator raw outputs of samples, an encoder codes of them, an
 * autoencoder the samples themselves, and a mapping network latents of latents.
 */
export type NetworkRole = 'generator' | 'translator' | 'discriminator' | 'encoder' | 'autoencoder' | 'mapping';
/**
 * How a generator's or a translator's last layer makes a picture: one dense layer, a transposed convolution of stride 2, or a
 * convolution of single cells.
 */
export type NetworkHead = 'dense' | 'convTranspose' | 'conv';

/** What stands at the two ends of a network. */
export interface NetworkEnds {
  role: NetworkRole;
  head: NetworkHead;
  latentSize: number;
  /** Shape of one sample: `[1]`, `[2]` or `[height, width, channels]`. */
  sample: Shape;
  /** Features joined to the input: to a vector's end, or as whole maps to a picture's channels; none where it is not said. */
  beside?: number;
  /** Whether pictures are left before the tanh that makes pixels of them. */
  raw?: boolean;
  /** Whether a discriminator scores every patch of a picture, [height, width, 1], and not the whole. */
  patches?: boolean;
  /** How many raw outputs a discriminator or an encoder has: one score (as without it), or as many as there are. */
  outputs?: number;
}

/** One row of a checked network: the layer, the shape that leaves it and the trained numbers inside it. */
export interface LayerRow {
  layer: LayerSpec;
  /** Index in the user's own list, or null for a layer that the ends add. */
  index: number | null;
  output: Shape;
  parameters: number;
}

/** What {@link checkNetwork} found. */
export interface NetworkReport {
  input: Shape;
  rows: LayerRow[];
  parameters: number;
  /** Why the network cannot be built, and at which row of the user's list (null: at its end). */
  problem: (ProblemRecord & { index: number | null }) | null;
}

const show = (shape: Shape): string => shape.join('×');

/**
 * Which of these shapes, of the input and of every layer's output so far, a skip connection at the last of them joins: the last
 * one of that size before the picture was made smaller. Null where there is none.
 */
export function skipSource(shapes: readonly Shape[]): number | null {
  const [h = 1, w = 1] = shapes.at(-1) as Shape;
  const at = shapes.findLastIndex(
    (shape, i) => shape.length === 3 && shape[0] === h && shape[1] === w && (shapes[i + 1]?.[0] ?? h) < h,
  );
  return at < 0 ? null : at;
}

/**
 * Shape after one layer that follows others, whose outputs have these shapes, the network's input the first; throws a `Problem`
 * that says why the layer does not fit. Padding is `same`.
 */
export function outputShape(layer: LayerSpec, shapes: readonly Shape[]): Shape {
  const input = shapes.at(-1) as Shape;
  const [h = 1, w = 1] = input;
  switch (layer.type) {
    case 'dense':
    case 'maxout':
      if (input.length !== 1) throw new Problem('net.denseNeedsVector', { shape: show(input) });
      return [layer.units];
    case 'instanceNorm':
    case 'noise':
      if (input.length !== 3) throw new Problem('net.convNeedsImage', { shape: show(input) });
      return input;
    case 'minibatchDiscrimination':
      if (input.length !== 1) throw new Problem('net.denseNeedsVector', { shape: show(input) });
      return [(input[0] as number) + layer.kernels];
    case 'minibatchStddev':
      return [...input.slice(0, -1), (input.at(-1) as number) + 1];
    case 'conv':
    case 'convTranspose': {
      if (input.length !== 3) throw new Problem('net.convNeedsImage', { shape: show(input) });
      const s = layer.stride;
      if (layer.kernel < s) throw new Problem('net.strideOverKernel', { kernel: layer.kernel, stride: s });
      return layer.type === 'conv'
        ? [Math.ceil(h / s), Math.ceil(w / s), layer.filters]
        : [h * s, w * s, layer.filters];
    }
    case 'reshape': {
      const target = [layer.height, layer.width, layer.channels];
      if (sizeOf(target) !== sizeOf(input)) {
        throw new Problem('net.reshapeSize', {
          from: show(input),
          to: show(target),
          have: sizeOf(input),
          need: sizeOf(target),
        });
      }
      return target;
    }
    case 'style':
      if (input.length !== 3) throw new Problem('net.convNeedsImage', { shape: show(input) });
      if (shapes[0]?.length !== 1) throw new Problem('net.styleNeedsLatent', { shape: show(shapes[0] ?? []) });
      return input;
    case 'constant':
      return [layer.height, layer.width, layer.channels];
    case 'upsample':
      if (input.length !== 3) throw new Problem('net.convNeedsImage', { shape: show(input) });
      return [2 * h, 2 * w, input[2] as number];
    case 'downsample':
      if (input.length !== 3 || h % 2 > 0 || w % 2 > 0) throw new Problem('net.cannotHalve', { shape: show(input) });
      return [h / 2, w / 2, input[2] as number];
    case 'toPicture':
    case 'fromPicture':
      if (input.length !== 3) throw new Problem('net.convNeedsImage', { shape: show(input) });
      return input;
    case 'skip': {
      const joined = shapes[input.length === 3 ? (skipSource(shapes) ?? -1) : -1];
      if (!joined) throw new Problem('net.nothingToSkip', { shape: show(input) });
      return [h, w, (input[2] as number) + (joined[2] as number)];
    }
    case 'flatten':
      return [sizeOf(input)];
    default:
      return input;
  }
}

/** Layers that stand aside in a network that grows: they pass on what they get, and lead to a picture or from one beside it. */
export const isAside = ({ type }: LayerSpec): boolean => type === 'toPicture' || type === 'fromPicture';

/** What a network that may be run in parts cannot hold: it would need the whole. */
const WHOLE: readonly LayerType[] = ['batchNorm', 'skip', 'style'];

/** Number of trained values (weights, biases, scales) of a layer on that input, in a network whose own input has `styles` numbers. */
export function parameterCount(layer: LayerSpec, input: Shape, styles: number): number {
  const channels = input[input.length - 1] ?? 1;
  switch (layer.type) {
    case 'dense':
      return channels * layer.units + layer.units;
    case 'conv':
    case 'convTranspose':
      return layer.kernel ** 2 * channels * layer.filters + layer.filters;
    case 'maxout':
      return (channels + 1) * layer.units * layer.pieces;
    case 'minibatchDiscrimination':
      return channels * layer.kernels * layer.dims;
    case 'batchNorm':
    case 'layerNorm':
    case 'instanceNorm':
      return 2 * channels;
    case 'constant':
      return layer.height * layer.width * layer.channels;
    case 'noise':
      return channels;
    case 'toPicture':
      return (channels + 1) * layer.channels;
    case 'fromPicture':
      return (layer.channels + 1) * channels;
    case 'style':
      return (styles + 1) * 2 * channels;
    default:
      return 0;
  }
}

/** A layer of the user's (by its index) or one that the ends add (null). */
interface PlacedLayer {
  layer: LayerSpec;
  index: number | null;
}

const added = (layer: LayerSpec): PlacedLayer => ({ layer, index: null });

/**
 * The user's layers with the ends that role and data ask for. What makes samples ends in a sample's shape (tanh for images,
 * whose pixels lie in [-1, 1]); a discriminator ends in its raw outputs, never in a sigmoid.
 */
export function withEnds(layers: readonly LayerSpec[], ends: NetworkEnds): PlacedLayer[] {
  const own = layers.map((layer, index): PlacedLayer => ({ layer, index }));
  const image = ends.sample.length === 3;
  if (ends.role === 'generator' || ends.role === 'translator') return [...own, ...sampleEnd(ends, ends.head)];
  if (ends.role === 'mapping') return [...own, added({ type: 'dense', units: ends.latentSize })];
  if (image && ends.patches) return [...own, added({ type: 'conv', filters: 1, kernel: 4, stride: 1 })];
  const flat = image && !layers.some((layer) => layer.type === 'conv' || layer.type === 'flatten');
  const lastShapeIsImage = image && !flat && !layers.some((layer) => layer.type === 'flatten');
  return [
    ...(flat ? [added({ type: 'flatten' })] : []),
    ...own,
    ...(lastShapeIsImage ? [added({ type: 'flatten' })] : []),
    ...(ends.role === 'autoencoder' ? sampleEnd(ends, 'dense') : [added({ type: 'dense', units: ends.outputs ?? 1 })]),
  ];
}

/** Whether it makes raw outputs of samples. */
const scores = ({ role }: NetworkEnds): boolean => role === 'discriminator' || role === 'encoder';

function inputShape({ role, latentSize, sample, beside = 0 }: NetworkEnds): Shape {
  if (role === 'generator' || role === 'mapping') return [latentSize + beside];
  return [...sample.slice(0, -1), (sample.at(-1) as number) + beside];
}

/** The last layers of a network that puts out samples. */
function sampleEnd({ sample, raw }: NetworkEnds, head: NetworkHead): PlacedLayer[] {
  const [height = 1, width = 1, channels = 1] = sample;
  const tanh = raw ? [] : [added({ type: 'activation', fn: 'tanh' })];
  if (head === 'convTranspose' && sample.length === 3) {
    return [added({ type: 'convTranspose', filters: channels, kernel: 4, stride: 2 }), ...tanh];
  }
  if (head === 'conv' && sample.length === 3)
    return [added({ type: 'conv', filters: channels, kernel: 1, stride: 1 }), ...tanh];
  const dense = added({ type: 'dense', units: sizeOf(sample) });
  return sample.length === 3 ? [dense, ...tanh, added({ type: 'reshape', height, width, channels })] : [dense];
}

/** Throws a `Problem` where a network that grows cannot hold that layer. */
function checkGrowing(layer: LayerSpec, { sample }: NetworkEnds): void {
  if (WHOLE.includes(layer.type)) throw new Problem('net.cannotGrow', { layer: layer.type });
  const channels = sample.at(-1) as number;
  if ((layer.type === 'toPicture' || layer.type === 'fromPicture') && layer.channels !== channels) {
    throw new Problem('net.otherChannels', { found: layer.channels, expected: channels });
  }
}

/**
 * Walks a network from its input and reports every row's shape and parameter count, or where and why it cannot be
 * built. Never throws for a wrong net: the editor shows the report while the user is still typing.
 */
export function checkNetwork(layers: readonly LayerSpec[], ends: NetworkEnds): NetworkReport {
  const input = inputShape(ends);
  const report: NetworkReport = { input, rows: [], parameters: 0, problem: null };
  let shape = input;
  const shapes = [input];
  const grows = layers.some(isAside);
  for (const { layer, index } of withEnds(layers, ends)) {
    try {
      if (report.rows.length >= MAX_LAYERS) throw new Problem('net.tooManyLayers', { max: MAX_LAYERS });
      if (grows) checkGrowing(layer, ends);
      const output = outputShape(layer, shapes);
      const parameters = parameterCount(layer, shape, sizeOf(input));
      report.parameters += parameters;
      if (report.parameters > MAX_PARAMETERS) throw new Problem('net.tooManyParameters', { max: MAX_PARAMETERS });
      if (sizeOf(output) > MAX_ACTIVATIONS) throw new Problem('net.tooLarge', { shape: show(output) });
      report.rows.push({ layer, index, output, parameters });
      shape = output;
      shapes.push(output);
    } catch (thrown) {
      report.problem = { ...toProblemRecord(thrown), index };
      return report;
    }
  }
  const goal = goalOf(ends, shape);
  if (show(shape) !== show(goal)) {
    report.problem = { code: 'net.wrongOutput', values: { found: show(shape), expected: show(goal) }, index: null };
  }
  return report;
}

/** The shape that must come out of a network, which puts out `last`. */
function goalOf(ends: NetworkEnds, [h = 1, w = 1]: Shape): Shape {
  if (ends.role === 'mapping') return [ends.latentSize];
  if (!scores(ends)) return ends.sample;
  return ends.patches && ends.sample.length === 3 ? [h, w, 1] : [ends.outputs ?? 1];
}

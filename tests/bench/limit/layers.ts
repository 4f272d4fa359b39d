import type { LayerRow, LayerSpec, Shape } from '../../../src/core/layers';
import { sizeOf } from '../../../src/core/shape';
import { deviation } from './deviation';
import type { Arena, ConvShape, Kernels } from './kernels';

/** Where things are while a network runs. */
export interface Place {
  kernels: Kernels;
  arena: Arena;
  /** Samples that are worked on together; a multiple of 8. */
  columns: number;
  /** Hands out room for a trained array; its gradient lies `gradients` bytes further. */
  weight(shape: readonly number[]): number;
  /** Distance from a weight to its gradient, bytes; known when all weights are laid out. */
  gradients(): number;
  /** State of the random numbers. */
  random: number;
}

/** One layer on [features, columns]. The gradient of its output is changed in place on the way back. */
export interface Layer {
  /** Address of the output. */
  readonly y: number;
  /** Numbers in one column of the output. */
  readonly features: number;
  /** Whether the gradient of the input replaces that of the output where it lies. */
  readonly passesGradientInPlace?: boolean;
  /** `own`: whether its own player moves, so that moving averages follow. */
  forward(x: number, own: boolean): void;
  /** From d, the gradient of y, to dx (0: nobody wants it), and to the weights' gradients if asked for. */
  backward(x: number, d: number, dx: number, weights: boolean): void;
}

/** Slope of a (leaky) ReLU below zero, or null for what is none. */
function slopeOf(layer: LayerSpec | undefined): number | null {
  if (layer?.type !== 'activation') return null;
  return layer.fn === 'leakyRelu' ? 0.2 : layer.fn === 'relu' ? 0 : null;
}

/** Builds the layers of a checked network; an activation is fused with the layer before it. */
export function makeLayers(rows: readonly LayerRow[], input: Shape, place: Place): Layer[] {
  const layers: Layer[] = [];
  let shape = input;
  for (let i = 0; i < rows.length; i++) {
    const { layer, output } = rows[i] as LayerRow;
    const slope = slopeOf(rows[i + 1]?.layer);
    const before = layers.at(-1);
    const made = makeLayer(layer, { input: shape, output, slope, before }, place);
    if (made) layers.push(made);
    if (slope !== null && made) i += 1;
    shape = output;
  }
  return layers;
}

interface Surroundings {
  input: Shape;
  output: Shape;
  slope: number | null;
  before: Layer | undefined;
}

function makeLayer(layer: LayerSpec, around: Surroundings, place: Place): Layer | null {
  const { input, output, slope } = around;
  switch (layer.type) {
    case 'dense':
      return dense(sizeOf(input), layer.units, slope, place);
    case 'conv':
      return convolution(geometry(input, output, layer, place), slope, place);
    case 'convTranspose':
      return transposed(geometry(output, input, layer, place), slope, place);
    case 'batchNorm':
      return normalization(input, slope ?? 1, place);
    case 'flatten':
    case 'reshape':
      return null; // [pixels · channels, columns] as it stands
    case 'minibatchStddev':
      return deviation(input, layer.group, place);
    case 'dropout':
      return dropout(around.before as Layer, layer.rate, place);
    case 'activation':
      if (layer.fn === 'linear') return null;
      if (layer.fn === 'tanh') return tanh(around.before as Layer, place);
      throw new Error(`the hand-written step has no ${layer.fn} of its own`);
    default:
      throw new Error(`the hand-written step has no ${layer.type} layer`);
  }
}

function dense(inputs: number, units: number, slope: number | null, place: Place): Layer {
  const { kernels, arena, columns, weight } = place;
  const w = weight([inputs, units]);
  const b = weight([units]);
  const y = arena.floats(units * columns);
  const bytes = columns * 4;
  const row = units * 4;
  // Turned round, the weights' gradient is an ordinary product; for narrow or very wide layers that does not pay.
  const turned = units % 8 === 0 && units <= 1024 && columns <= 128 ? arena.floats(units * columns) : 0;
  return {
    y,
    features: units,
    forward(x) {
      kernels.fillRows(y, b, units, units, columns);
      kernels.productKM(y, bytes, w, row, x, bytes, units, columns, inputs);
      if (slope !== null) kernels.leaky(y, units * columns, slope);
    },
    backward(x, d, dx, weights) {
      if (slope !== null) kernels.leakyBack(d, y, units * columns, slope);
      if (weights) {
        const gradients = place.gradients();
        kernels.addRows(b + gradients, d, units, units, columns);
        if (turned) {
          kernels.transpose(turned, row, d, bytes, units, columns);
          kernels.productMK(w + gradients, row, x, bytes, turned, row, inputs, units, columns);
        } else kernels.productDot(w + gradients, row, x, bytes, d, bytes, inputs, units, columns);
      }
      if (dx) {
        kernels.clear(dx, inputs * columns);
        kernels.productMK(dx, bytes, w, row, d, bytes, inputs, columns, units);
      }
    },
  };
}

interface Geometry {
  shape: ConvShape;
  taps: number;
  big: number;
  small: number;
  filter: number;
  patch: number;
  turned: number;
}

/** Padding is `same` as TensorFlow does it: what is missing, its smaller half on top. */
function geometry(big: Shape, small: Shape, layer: { kernel: number; stride: number }, place: Place): Geometry {
  const [side, width, bigChannels] = big as [number, number, number];
  const [count, , smallChannels] = small as [number, number, number];
  if (side !== width) throw new Error('the hand-written step knows square pictures only');
  if (smallChannels % 8 !== 0) throw new Error('the small side of a convolution needs channels in eights here');
  const { kernel, stride } = layer;
  const pad = Math.floor(Math.max((count - 1) * stride + kernel - side, 0) / 2);
  const taps = kernel * kernel;
  return {
    shape: [side, bigChannels, smallChannels, kernel, stride, pad, place.columns],
    taps,
    big: sizeOf(big),
    small: sizeOf(small),
    filter: place.weight([kernel, kernel, bigChannels, smallChannels]),
    patch: place.arena.floats(taps * bigChannels * place.columns),
    turned: place.arena.floats(smallChannels * place.columns),
  };
}

function convolution(geometry: Geometry, slope: number | null, place: Place): Layer {
  const { kernels, arena, columns } = place;
  const { shape, filter, patch, turned, big, small } = geometry;
  const channels = shape[2];
  const b = place.weight([channels]);
  const y = arena.floats(small * columns);
  return {
    y,
    features: small,
    forward(x) {
      kernels.fillRows(y, b, small, channels, columns);
      kernels.toSmall(y, x, filter, patch, ...shape);
      if (slope !== null) kernels.leaky(y, small * columns, slope);
    },
    backward(x, d, dx, weights) {
      if (slope !== null) kernels.leakyBack(d, y, small * columns, slope);
      if (weights) {
        kernels.addRows(b + place.gradients(), d, small, channels, columns);
        kernels.toFilter(filter + place.gradients(), x, d, patch, turned, ...shape);
      }
      if (dx) {
        kernels.clear(dx, big * columns);
        kernels.toBig(dx, d, filter, patch, ...shape);
      }
    },
  };
}

function transposed(geometry: Geometry, slope: number | null, place: Place): Layer {
  const { kernels, arena, columns } = place;
  const { shape, filter, patch, turned, big, small } = geometry;
  const channels = shape[1];
  const b = place.weight([channels]);
  const y = arena.floats(big * columns);
  return {
    y,
    features: big,
    forward(x) {
      kernels.fillRows(y, b, big, channels, columns);
      kernels.toBig(y, x, filter, patch, ...shape);
      if (slope !== null) kernels.leaky(y, big * columns, slope);
    },
    backward(x, d, dx, weights) {
      if (slope !== null) kernels.leakyBack(d, y, big * columns, slope);
      if (weights) {
        kernels.addRows(b + place.gradients(), d, big, channels, columns);
        kernels.toFilter(filter + place.gradients(), d, x, patch, turned, ...shape);
      }
      if (dx) {
        kernels.clear(dx, small * columns);
        kernels.toSmall(dx, d, filter, patch, ...shape);
      }
    },
  };
}

function normalization(input: Shape, slope: number, place: Place): Layer {
  const { kernels, arena, columns } = place;
  const channels = input.at(-1) as number;
  const features = sizeOf(input);
  const gamma = place.weight([channels]);
  const beta = place.weight([channels]);
  const y = arena.floats(features * columns);
  const inverse = arena.floats(channels);
  const moving = arena.floats(2 * channels);
  arena.view(moving + 4 * channels, channels).fill(1);
  const sizes = [features / channels, channels, columns, slope];
  let hat = 0; // the input, normalized where it lies
  return {
    y,
    features,
    passesGradientInPlace: true,
    forward(x, own) {
      hat = x;
      kernels.normalize(y, x, gamma, beta, inverse, own ? moving : 0, ...sizes);
    },
    backward(_x, d, _dx, weights) {
      const at = weights ? place.gradients() : 0;
      if (!at) throw new Error('no gradient passes a normalization without its weights here');
      kernels.normalizeBack(d, y, hat, gamma, inverse, gamma + at, beta + at, ...sizes);
    },
  };
}

function dropout(before: Layer, rate: number, place: Place): Layer {
  const { kernels, arena, columns, random } = place;
  const count = before.features * columns;
  const mask = arena.floats(count);
  return {
    y: before.y,
    features: before.features,
    passesGradientInPlace: true,
    forward: () => kernels.dropout(before.y, mask, count, rate, random),
    backward: (_x, d) => kernels.multiply(d, mask, count),
  };
}

function tanh(before: Layer, place: Place): Layer {
  const { kernels, columns } = place;
  const count = before.features * columns;
  return {
    y: before.y,
    features: before.features,
    passesGradientInPlace: true,
    forward: () => kernels.tanh(before.y, count),
    backward: (_x, d) => kernels.tanhBack(d, before.y, count),
  };
}

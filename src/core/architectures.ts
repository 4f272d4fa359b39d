import type { LayerSpec } from './layers';

/** Dense layers, each followed by an activation. */
export function dense(units: readonly number[], fn: 'relu' | 'leakyRelu' | 'tanh' = 'leakyRelu'): LayerSpec[] {
  return units.flatMap((n): LayerSpec[] => [
    { type: 'dense', units: n },
    { type: 'activation', fn },
  ]);
}

/** A named size of DCGAN: the same two networks at another width. */
export interface DcganSize {
  latentSize: number;
  batchSize: number;
  /** Units of the dense layers that latents pass before they are projected to a picture. */
  hidden: readonly number[];
  /** Channels after the projection and after each inner transposed convolution. */
  generator: readonly [number, number, number];
  discriminator: readonly [number, number];
  /** Of the transposed convolutions that double the side. */
  generatorKernel: number;
  discriminatorKernel: number;
  dropout: number;
  /** Samples whose standard deviation D is told, so that it sees a lack of variety; 0 for none. */
  deviation: number;
}

/**
 * `dcgan-small`: what trains in minutes on a laptop without a GPU. Kernels divisible by the stride: no checkerboard. D's are
 * wide: its last layer adds up what the second convolution saw, and with 4×4 kernels that is a stroke, no digit. G's hidden layers
 * bend the space of latents first: without, much of it lies between two digits. So bent, G can leave digits out, and D is told
 * how much a few samples differ (Karras et al. 2017, arXiv 1710.10196, section 3).
 */
export const DCGAN_SMALL: DcganSize = {
  latentSize: 64,
  batchSize: 32,
  hidden: [256, 128],
  generator: [64, 32, 16],
  discriminator: [16, 32],
  generatorKernel: 6,
  discriminatorKernel: 8,
  dropout: 0,
  deviation: 4,
};

/** `dcgan-tutorial`: the widths and 5×5 kernels of TensorFlow's DCGAN tutorial, with its dropout in D. */
export const DCGAN_TUTORIAL: DcganSize = {
  latentSize: 100,
  batchSize: 64,
  hidden: [],
  generator: [256, 128, 64],
  discriminator: [64, 128],
  generatorKernel: 5,
  discriminatorKernel: 5,
  dropout: 0.3,
  deviation: 0,
};

/**
 * `dcgan-small` without what makes G bold and D look at several samples: for players whose features of single samples are compared,
 * and for D of pairs or captions, which sees too little variety in another way.
 */
export const DCGAN_PLAIN: DcganSize = { ...DCGAN_SMALL, hidden: [], deviation: 0 };

/**
 * G for [side, side, c] pictures: dense layers, if any, a projection to a quarter of the side, then two transposed convolutions
 * and the end.
 */
export function dcganGenerator(size: DcganSize, side: number): LayerSpec[] {
  const [first, second, third] = size.generator;
  const start = side / 4;
  const normal: LayerSpec[] = [{ type: 'batchNorm' }, { type: 'activation', fn: 'leakyRelu' }];
  return [
    ...[...size.hidden, start * start * first].flatMap((units): LayerSpec[] => [{ type: 'dense', units }, ...normal]),
    { type: 'reshape', height: start, width: start, channels: first },
    { type: 'convTranspose', filters: second, kernel: 5, stride: 1 },
    ...normal,
    { type: 'convTranspose', filters: third, kernel: size.generatorKernel, stride: 2 },
    ...normal,
  ];
}

/** D: two strided convolutions, no batch normalization, so that a penalty may go through it. */
export function dcganDiscriminator(size: DcganSize): LayerSpec[] {
  return [
    ...size.discriminator.flatMap((filters): LayerSpec[] => [
      { type: 'conv', filters, kernel: size.discriminatorKernel, stride: 2 },
      { type: 'activation', fn: 'leakyRelu' },
      ...(size.dropout > 0 ? [{ type: 'dropout', rate: size.dropout } as const] : []),
    ]),
    ...(size.deviation > 0 ? [{ type: 'minibatchStddev', group: size.deviation } as const] : []),
  ];
}

/** Strided convolutions that halve the side, as many as there are widths. */
export const halvings = (widths: readonly number[]): LayerSpec[] =>
  widths.flatMap((filters): LayerSpec[] => [
    { type: 'conv', filters, kernel: 4, stride: 2 },
    { type: 'activation', fn: 'leakyRelu' },
  ]);

/**
 * G in the shape of DCGAN's paper, batch-normalized all through: a projection to [side, side, first], then a doubling of the
 * side for each further width; its end doubles once more.
 */
export function doublingGenerator(side: number, [first, ...widths]: readonly [number, ...number[]]): LayerSpec[] {
  const normal: LayerSpec[] = [{ type: 'batchNorm' }, { type: 'activation', fn: 'leakyRelu' }];
  return [
    { type: 'dense', units: side * side * first },
    ...normal,
    { type: 'reshape', height: side, width: side, channels: first },
    ...widths.flatMap((filters): LayerSpec[] => [{ type: 'convTranspose', filters, kernel: 4, stride: 2 }, ...normal]),
  ];
}

/** D with 4×4 kernels, which looks at details: pix2pix's patches, whose scores are of a place, and levels that are refined. */
export const DETAIL_DISCRIMINATOR: LayerSpec[] = dcganDiscriminator({ ...DCGAN_PLAIN, discriminatorKernel: 4 });

/** An encoder of pictures: strided convolutions that halve the side, as many as there are widths, and a dense layer. */
export function convEncoder(widths: readonly number[], units: number): LayerSpec[] {
  return [...halvings(widths), { type: 'flatten' }, ...dense([units])];
}

/** A decoder to [side, side, c] pictures, which doubles as often as there are widths: by transposed convolutions, and by its end. */
export function convDecoder(widths: readonly [number, ...number[]], units: number, side: number): LayerSpec[] {
  const [first, ...others] = widths;
  const start = side / 2 ** widths.length;
  return [
    ...dense([units, start * start * first]),
    { type: 'reshape', height: start, width: start, channels: first },
    ...others.flatMap((filters): LayerSpec[] => [
      { type: 'convTranspose', filters, kernel: 4, stride: 2 },
      { type: 'activation', fn: 'leakyRelu' },
    ]),
  ];
}

/**
 * A small U-Net from pictures to pictures: strided convolutions down, as many as there are widths; at the bottom a wide
 * convolution; up again, each time joined with what was there on the way down, and dropout at the first of them (Isola et al.
 * 2017, section 3.2).
 */
export function uNet(widths: readonly number[], dropout: number): LayerSpec[] {
  const bottom = widths.at(-1) as number;
  const normal: LayerSpec[] = [{ type: 'instanceNorm' }, { type: 'activation', fn: 'leakyRelu' }];
  return [
    ...widths.flatMap((filters, i): LayerSpec[] => [
      { type: 'conv', filters, kernel: 4, stride: 2 },
      ...(i === 0 ? normal.slice(1) : normal),
    ]),
    { type: 'conv', filters: bottom, kernel: 5, stride: 1 },
    ...normal,
    ...widths.toReversed().flatMap((_, i, up): LayerSpec[] => {
      const filters = up[i + 1];
      if (filters === undefined) return [];
      return [
        { type: 'convTranspose', filters, kernel: 4, stride: 2 },
        ...normal,
        ...(i === 0 && dropout > 0 ? [{ type: 'dropout', rate: dropout } as const] : []),
        { type: 'skip' },
      ];
    }),
  ];
}

/** Sides of the pictures through which one of that side is grown: halves, as long as they are even and more than 4. */
export function ladder(side: number): number[] {
  const sides = [side];
  for (let half = side; half > 4 && half % 2 === 0; ) {
    half /= 2;
    sides.unshift(half);
  }
  return sides;
}

/**
 * ProGAN's generator: a projection to the smallest side, then, size by size, upsampling and a convolution whose cells are
 * normalized, with the way to a picture beside the end of each size but the last, where the network's own end is that way. As many
 * sizes as widths (Karras et al. 2017, table 2).
 */
export function growingGenerator(widths: readonly number[], side: number, channels: number): LayerSpec[] {
  const [first = 1] = widths;
  const normal: LayerSpec[] = [{ type: 'activation', fn: 'leakyRelu' }, { type: 'pixelNorm' }];
  return [
    { type: 'pixelNorm' },
    { type: 'dense', units: side * side * first },
    { type: 'reshape', height: side, width: side, channels: first },
    ...normal,
    ...widths.flatMap((filters, i): LayerSpec[] => [
      ...(i > 0 ? [{ type: 'toPicture', channels } as const, { type: 'upsample' } as const] : []),
      { type: 'conv', filters, kernel: 3, stride: 1 },
      ...normal,
    ]),
  ];
}

/** ProGAN's discriminator, the other way round: widths from the largest size to the smallest, where the minibatch's deviation joins. */
export function growingDiscriminator(widths: readonly number[], channels: number): LayerSpec[] {
  const [first = 1] = widths;
  const bend: LayerSpec = { type: 'activation', fn: 'leakyRelu' };
  return [
    { type: 'conv', filters: first, kernel: 1, stride: 1 },
    bend,
    ...widths
      .slice(1)
      .flatMap((filters): LayerSpec[] => [
        { type: 'conv', filters, kernel: 3, stride: 1 },
        bend,
        { type: 'downsample' },
        { type: 'fromPicture', channels },
      ]),
    { type: 'minibatchStddev', group: 4 },
    { type: 'conv', filters: widths.at(-1) ?? 1, kernel: 3, stride: 1 },
    bend,
    { type: 'flatten' },
    { type: 'dense', units: widths.at(-1) ?? 1 },
    bend,
  ];
}

/**
 * StyleGAN's synthesis network: a learned constant of that side, then two layers at each of the first two sizes and one at every
 * further; each is a convolution, noise, a bend and a style (Karras et al. 2018, figure 1b).
 */
export function styleGenerator(widths: readonly number[], side: number): LayerSpec[] {
  const channels = widths[0] as number;
  const after: LayerSpec[] = [{ type: 'noise' }, { type: 'activation', fn: 'leakyRelu' }, { type: 'style' }];
  const layer = (filters: number): LayerSpec[] => [{ type: 'conv', filters, kernel: 3, stride: 1 }, ...after];
  return [
    { type: 'constant', height: side, width: side, channels },
    ...after,
    ...layer(channels),
    ...widths
      .slice(1)
      .flatMap((filters, i): LayerSpec[] => [
        { type: 'upsample' },
        ...layer(filters),
        ...(i === 0 ? layer(filters) : []),
      ]),
  ];
}

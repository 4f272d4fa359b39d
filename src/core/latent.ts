/** What one may ask of a generator's noise and of its hidden layers. */

/** The channels of one hidden layer of a generator, as the layer behind takes them in. */
export interface ChannelLayer {
  /** Shape of what flows there: `[units]`, or `[height, width, channels]`. */
  shape: readonly number[];
  /** Number of channels: the last axis. */
  count: number;
}

/** One channel of one of the layers, to be left out. */
export interface Channel {
  layer: number;
  channel: number;
}

/** Brush strokes on G's picture of a latent. */
export interface Painting {
  /** [latent] Where the search starts, and what it stays near. */
  latent: Float32Array;
  /** [...shape] 0–255, and for each of its numbers whether it was painted, 1 or 0. */
  strokes: Uint8Array;
  where: Uint8Array;
  /** How strongly it stays near. */
  hold: number;
  /** Steps of the search. */
  steps: number;
}

/** The latent that was found for strokes, its picture [...shape] 0–255, and the mean squared error where was painted, pixels in [−1, 1]. */
export interface Painted {
  latent: Float32Array;
  picture: Uint8Array;
  error: number;
}

/** Directions in the space of noise along which a generator's samples change most, the strongest first. */
export interface LatentDirections {
  /** Of the generator as it was then. */
  iteration: number;
  /** [directions × latent], each of length 1, at right angles to each other. */
  directions: Float32Array;
  /** [directions] share of the samples' variance that moving along each explains, as far as G is linear. */
  shares: readonly number[];
}

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

/** Directions in the space of noise along which a generator's samples change most, the strongest first. */
export interface LatentDirections {
  /** [directions × latent], each of length 1, at right angles to each other. */
  directions: Float32Array;
  /** [directions] share of the samples' variance that moving along each explains, as far as G is linear. */
  shares: readonly number[];
}

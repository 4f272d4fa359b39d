import type { Channel, ChannelLayer } from '../core/latent';
import type { LayerRow, Shape } from '../core/layers';

/** A linear layer behind another: which of its weights meet which channel. */
interface Entrance extends ChannelLayer {
  /** Where its kernel begins in the network's flat weights, and its length. */
  offset: number;
  length: number;
  /** Channel that the weight at that place of the kernel is multiplied with. */
  channelAt(place: number): number;
}

/** The hidden channels of a network made of these rows: what each linear layer but the first takes in. */
export function channelLayers(rows: readonly LayerRow[], input: Shape): ChannelLayer[] {
  return entrances(rows, input).map(({ shape, count }) => ({ shape, count }));
}

/**
 * Leaves channels out: sets to 0 the weights [P] that read them, which is what G would make if these channels were 0 and all
 * others as they are. Channels that the network lacks are passed over.
 */
export function silence(
  theta: Float32Array,
  rows: readonly LayerRow[],
  input: Shape,
  off: readonly Channel[],
): Float32Array {
  const silenced = theta.slice();
  for (const [layer, { offset, length, channelAt }] of entrances(rows, input).entries()) {
    const own = new Set(off.filter((one) => one.layer === layer).map(({ channel }) => channel));
    if (own.size === 0) continue;
    for (let place = 0; place < length; place++) if (own.has(channelAt(place))) silenced[offset + place] = 0;
  }
  return silenced;
}

function entrances(rows: readonly LayerRow[], input: Shape): Entrance[] {
  const found: Entrance[] = [];
  let shape = input;
  // Flattened maps keep their channels: the last axis runs fastest.
  let maps = input;
  let offset = 0;
  for (const { layer, output, parameters } of rows) {
    const channels = maps.at(-1) ?? 1;
    const common = { shape: maps, count: channels, offset };
    const inputs = shape.at(-1) ?? 1;
    switch (layer.type) {
      case 'dense':
      case 'maxout': {
        const units = layer.type === 'dense' ? layer.units : layer.units * layer.pieces;
        found.push({ ...common, length: inputs * units, channelAt: (at) => Math.floor(at / units) % channels });
        break;
      }
      case 'conv': {
        const { filters, kernel } = layer;
        const length = kernel * kernel * inputs * filters;
        found.push({ ...common, length, channelAt: (at) => Math.floor(at / filters) % inputs });
        break;
      }
      case 'convTranspose':
        found.push({ ...common, length: layer.kernel ** 2 * inputs * layer.filters, channelAt: (at) => at % inputs });
        break;
    }
    offset += parameters;
    if (layer.type !== 'flatten') maps = output;
    shape = output;
  }
  return found.slice(1);
}

import type { DatasetEntry, SystemEntry } from '../../src/core/catalog';
import type { LayerSpec } from '../../src/core/layers';
import type { ParamValue, ParamValues } from '../../src/core/params';

/** Channels and features of a tiny network. */
const CHANNELS = 3;
const UNITS = 8;

/** The layers with so few channels and features that any backend trains them at once; shapes fit where they fitted. */
export function shrunk(layers: readonly LayerSpec[]): LayerSpec[] {
  return layers.map((layer, at): LayerSpec => {
    switch (layer.type) {
      case 'conv':
      case 'convTranspose':
        return { ...layer, filters: Math.min(layer.filters, CHANNELS) };
      case 'reshape':
      case 'constant':
        return { ...layer, channels: Math.min(layer.channels, CHANNELS) };
      case 'dense': {
        const later = layers.slice(at + 1);
        const next = later.find(({ type }) => type === 'dense' || type === 'reshape');
        if (next?.type !== 'reshape') return { ...layer, units: Math.min(layer.units, UNITS) };
        return { ...layer, units: next.height * next.width * Math.min(next.channels, CHANNELS) };
      }
      default:
        return layer;
    }
  });
}

/** A system's defaults for a data set with every network {@link shrunk}, for pictures; others are small as they are. */
export function tinyParams(system: SystemEntry, dataset: DatasetEntry): ParamValues {
  const defaults = system.defaults[dataset.id] as ParamValues;
  if (dataset.kind !== 'image') return {};
  return Object.fromEntries(
    Object.entries(defaults).flatMap(([name, value]): [string, ParamValue][] => {
      // So that a few iterations see it grow.
      if (name === 'holdIterations') return [[name, 1]];
      if (name === 'fadeIterations') return [[name, 4]];
      if (name === 'latentSize') return [[name, Math.min(Number(value), 4)]];
      return Array.isArray(value) ? [[name, shrunk(value)]] : [];
    }),
  );
}

import type { DataKind } from '../../core/catalog';
import { COMPUTED_LAYERS, sceneLayer } from '../../core/stage';

/** Layers of each kind of stage, in the order of the legend. Those named in `COMPUTED_LAYERS` cost the worker something. */
export const LAYERS = {
  '1d': ['real', 'fake', 'score', 'optimal', 'area', 'transport', 'tolerance', 'hand'],
  '2d': [
    'real',
    'fake',
    'score',
    'levels',
    'optimal',
    'manifold',
    'lossGradient',
    'beliefGradient',
    'paths',
    'verdicts',
  ],
  image: [],
  point: [],
} as const satisfies Record<DataKind, readonly string[]>;

/** Layers that a stage shows at first. */
export const FIRST_LAYERS: Readonly<Record<DataKind, readonly string[]>> = {
  '1d': ['real', 'fake', 'score', 'optimal'],
  '2d': ['real', 'fake', 'score'],
  image: [],
  point: [],
};

/** Those of the layers that the worker must compute: other kinds of stage come complete. */
export const computedOf = (kind: DataKind, layers: readonly string[]): string[] =>
  layers.filter(
    (layer) =>
      layer.startsWith(sceneLayer('')) || (kind === '2d' && (COMPUTED_LAYERS as readonly string[]).includes(layer)),
  );

/** A layer of the 1-D stage. */
export type LineLayer = (typeof LAYERS)['1d'][number];

/** A layer of the plane. */
export type PlaneLayer = (typeof LAYERS)['2d'][number];

/** The layers with that one switched. */
export const switched = (shown: readonly string[], layer: string): string[] =>
  shown.includes(layer) ? shown.filter((name) => name !== layer) : [...shown, layer];

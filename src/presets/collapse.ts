import { dense } from '../core/architectures';
import type { ParamValues } from '../core/params';
import type { Preset } from './types';

const layers = dense([64, 64, 64]);

/** The nets, and five moves of D for each of G. */
export const GAME: ParamValues = { latentSize: 32, generatorLayers: layers, discriminatorLayers: layers, k: 5 };

/** With Adam's long memory G runs to wherever D has just looked away. */
export const COLLAPSING: ParamValues = {
  ...GAME,
  generatorRate: 1e-3,
  discriminatorRate: 1e-3,
  generatorBeta1: 0.9,
  discriminatorBeta1: 0.9,
};

/** Mode collapse: of the eight clusters one is left within seconds, from any seed. */
export const collapse: Preset = {
  id: 'collapse',
  trained: 3000,
  measures: 500,
  config: { system: 'gan', dataset: 'ring', batchSize: 64, systemParams: { ...COLLAPSING, penalty: 'none' } },
};

import type { Preset } from './types';

/** Half of the pixels missing: the digits behind them. */
export const penDigitsDenoising: Preset = {
  id: 'pen-digits-denoising',
  trained: 2000,
  config: {
    system: 'autoencoder',
    dataset: 'pen-digits',
    batchSize: 64,
    systemParams: { latentSize: 16, corruption: 'mask', corruptionLevel: 0.5 },
  },
};

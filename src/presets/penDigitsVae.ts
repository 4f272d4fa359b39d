import type { Preset } from './types';

/** Two numbers as the code: the digit manifold of the lecture. */
export const penDigitsVae: Preset = {
  id: 'pen-digits-vae',
  trained: 3000,
  config: { system: 'vae', dataset: 'pen-digits', batchSize: 64 },
};

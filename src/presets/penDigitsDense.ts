import type { Preset } from './types';

/** The dense GAN on procedural digits: the same game as DCGAN with other nets. */
export const penDigitsDense: Preset = {
  id: 'pen-digits-dense',
  trained: 5000,
  config: { system: 'gan', dataset: 'pen-digits', batchSize: 64 },
};

import type { Preset } from './types';

/** Black on white from white on black: DiscoGAN finds out what belongs together. */
export const negativeDisco: Preset = {
  id: 'negative-disco',
  trained: 1200,
  config: { system: 'discogan', dataset: 'pen-digits', batchSize: 8, systemParams: { domains: 'negative' } },
};

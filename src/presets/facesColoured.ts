import type { Preset } from './types';

/** What colour was that? */
export const facesColoured: Preset = {
  id: 'faces-coloured',
  trained: 2500,
  config: { system: 'pix2pix', dataset: 'faces', batchSize: 16, systemParams: { pairing: 'grey' } },
};

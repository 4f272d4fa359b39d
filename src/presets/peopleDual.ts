import type { Preset } from './types';

/** One person into the other and back, with Wasserstein critics. */
export const peopleDual: Preset = {
  id: 'people-dual',
  config: { system: 'dualgan', dataset: 'two-people', batchSize: 8 },
};

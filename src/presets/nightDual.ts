import type { Preset } from './types';

/** Day into night and back, with Wasserstein critics. */
export const nightDual: Preset = {
  id: 'night-dual',
  config: { system: 'dualgan', dataset: 'faces', batchSize: 8, systemParams: { domains: 'dimmed' } },
};

import type { Preset } from './types';

/** A curve rolled up in the plane: the generator must bend its noise into a spiral. */
export const swissRoll: Preset = {
  id: 'swiss-roll',
  trained: 20_000,
  config: { system: 'gan', dataset: 'swiss-roll', batchSize: 128 },
};

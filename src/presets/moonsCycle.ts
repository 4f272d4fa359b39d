import type { Preset } from './types';

/** Two clouds of points, and a way between them that can be gone back. */
export const moonsCycle: Preset = {
  id: 'moons-cycle',
  trained: 3000,
  config: { system: 'cyclegan', dataset: 'moons', batchSize: 64 },
};

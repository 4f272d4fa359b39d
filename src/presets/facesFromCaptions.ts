import type { Preset } from './types';

/** Faces from their description in words: a sketch of 16 × 16 first, then the picture. */
export const facesFromCaptions: Preset = {
  id: 'faces-from-captions',
  config: { system: 'stackgan', dataset: 'faces', batchSize: 16 },
};

import type { Preset } from './types';

/** From a line drawing to the face in colour. */
export const facesFromEdges: Preset = {
  id: 'faces-from-edges',
  config: { system: 'pix2pix', dataset: 'faces', batchSize: 16 },
};

import type { Preset } from './types';

/**
 * Faces from their description in words: a sketch of 16 × 16 first, then the picture. With scores as they come, either stage
 * speckles its pictures; with D's layers held to a slope of one (Miyato et al. 2018) it does not.
 */
export const facesFromCaptions: Preset = {
  id: 'faces-from-captions',
  trained: 2200,
  config: {
    system: 'stackgan',
    dataset: 'faces',
    batchSize: 32,
    systemParams: {
      objective: 'hinge',
      spectralNorm: true,
      generatorRate: 1e-3,
      discriminatorRate: 2e-3,
      averaging: true,
      averageDecay: 0.995,
    },
  },
};

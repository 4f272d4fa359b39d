import { halvings, uNet } from '../core/architectures';
import type { Preset } from './types';

/**
 * From a line drawing to the face in colour. Lines do not tell colours: G looks at the whole drawing at its bottom of 4 × 4, so
 * that it paints one colour and not the mean of all, and D's patches are large enough to see that.
 */
export const facesFromEdges: Preset = {
  id: 'faces-from-edges',
  trained: 3000,
  config: {
    system: 'pix2pix',
    dataset: 'faces',
    batchSize: 8,
    systemParams: {
      generatorLayers: uNet([24, 48, 64], 0.5),
      discriminatorLayers: halvings([24, 48, 96]),
      objective: 'hinge',
      spectralNorm: true,
      l1Weight: 50,
      discriminatorRate: 1e-3,
      averaging: true,
      averageDecay: 0.995,
    },
  },
};

import { READABLE_DIGITS } from './readableDigits';
import type { Preset } from './types';

/** `dcgan-small` on faces drawn by program: the digits' recipe, in colour. */
export const facesDcgan: Preset = {
  id: 'faces-dcgan',
  config: { system: 'dcgan', dataset: 'faces', batchSize: 32, systemParams: READABLE_DIGITS },
};

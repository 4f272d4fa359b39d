import { autoencoder } from './autoencoder';
import { cgan } from './cgan';
import { cvae } from './cvae';
import { dcgan } from './dcgan';
import { dirac } from './dirac';
import { gan } from './gan';
import { inspectors } from './inspectors';
import { pix2pix } from './pix2pix';
import type { SystemDefinition } from './types';
import { vae } from './vae';

/** Every generative system; one file each. */
export const SYSTEMS: readonly SystemDefinition[] = [
  gan,
  dcgan,
  cgan,
  inspectors,
  autoencoder,
  vae,
  cvae,
  pix2pix,
  dirac,
];

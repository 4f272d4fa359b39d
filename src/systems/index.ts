import { autoencoder } from './autoencoder';
import { cgan } from './cgan';
import { cvae } from './cvae';
import { cyclegan } from './cyclegan';
import { dcgan } from './dcgan';
import { dirac } from './dirac';
import { discogan } from './discogan';
import { dualgan } from './dualgan';
import { gan } from './gan';
import { pix2pix } from './pix2pix';
import type { SystemDefinition } from './types';
import { vae } from './vae';

/** Every generative system; one file each. */
export const SYSTEMS: readonly SystemDefinition[] = [
  gan,
  dcgan,
  cgan,
  autoencoder,
  vae,
  cvae,
  pix2pix,
  cyclegan,
  discogan,
  dualgan,
  dirac,
];

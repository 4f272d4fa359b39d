import { aae } from './aae';
import { acgan } from './acgan';
import { autoencoder } from './autoencoder';
import { bigan } from './bigan';
import { cgan } from './cgan';
import { cvae } from './cvae';
import { cyclegan } from './cyclegan';
import { dcgan } from './dcgan';
import { deepfake } from './deepfake';
import { dirac } from './dirac';
import { discogan } from './discogan';
import { dualgan } from './dualgan';
import { fanogan } from './fanogan';
import { gan } from './gan';
import { glo } from './glo';
import { infogan } from './infogan';
import { inspectors } from './inspectors';
import { lapgan } from './lapgan';
import { pix2pix } from './pix2pix';
import { progan } from './progan';
import { sgan } from './sgan';
import { stackgan } from './stackgan';
import { stylegan } from './stylegan';
import type { SystemDefinition } from './types';
import { vae } from './vae';
import { vaegan } from './vaegan';

/** Every generative system; one file each. */
export const SYSTEMS: readonly SystemDefinition[] = [
  gan,
  dcgan,
  cgan,
  inspectors,
  acgan,
  sgan,
  infogan,
  bigan,
  autoencoder,
  vae,
  cvae,
  vaegan,
  aae,
  glo,
  lapgan,
  stackgan,
  pix2pix,
  cyclegan,
  discogan,
  dualgan,
  deepfake,
  progan,
  stylegan,
  fanogan,
  dirac,
];

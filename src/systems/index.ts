import { cgan } from './cgan';
import { dcgan } from './dcgan';
import { dirac } from './dirac';
import { gan } from './gan';
import { pix2pix } from './pix2pix';
import type { SystemDefinition } from './types';

/** Every generative system; one file each. */
export const SYSTEMS: readonly SystemDefinition[] = [gan, dcgan, cgan, pix2pix, dirac];

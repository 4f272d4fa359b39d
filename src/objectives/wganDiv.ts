import { wganDivPenalty } from './penalties/wganDiv';
import type { Objective } from './types';
import { wgan } from './wgan';

/** The Wasserstein divergence (Wu et al. 2018): WGAN's losses with κ E ‖∇C‖ᵖ, which asks for no slope of length 1. */
export const wganDiv: Objective = {
  id: 'wgan-div',
  paper: { authors: 'Wu et al.', title: 'Wasserstein Divergence for GANs', year: 2018, id: '1712.01026' },
  score: 'critic',
  equilibrium: null,
  params: {},
  discriminatorLoss: wgan.discriminatorLoss,
  generatorLoss: wgan.generatorLoss,
  penalties: [wganDivPenalty],
};

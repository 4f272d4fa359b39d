export default {
  minimax: {
    name: 'Minimax (saturating)',
    hint: 'The game of the first paper. Where D is sure, G gets almost no gradient: watch it stall at the start.',
    discriminator: 'L_D = E[softplus(−C(x))] + E[softplus(C(G(z)))]',
    generator: 'L_G = −E[softplus(C(G(z)))]',
  },
  'non-saturating': {
    name: 'Non-saturating',
    hint: 'G maximises log D(G(z)): it learns fastest just where it is caught. The usual choice.',
    discriminator: 'L_D = E[softplus(−C(x))] + E[softplus(C(G(z)))]',
    generator: 'L_G = E[softplus(−C(G(z)))]',
  },
  'least-squares': {
    name: 'Least squares',
    hint: 'D aims at 1 for real and 0 for generated; samples far from the border are pulled back even when they pass.',
    discriminator: 'L_D = ½ E[(C(x) − 1)²] + ½ E[C(G(z))²]',
    generator: 'L_G = ½ E[(C(G(z)) − 1)²]',
  },
  wgan: {
    name: 'WGAN (clipping)',
    hint: 'D becomes a critic whose loss follows the distance between the distributions; its weights are clipped to [−c, c].',
    discriminator: 'L_D = E[C(G(z))] − E[C(x)],  then θ_D ← clip(θ_D, −c, c)',
    generator: 'L_G = −E[C(G(z))]',
  },
  'wgan-gp': {
    name: 'WGAN-GP',
    hint: 'The critic is kept smooth by a penalty on its gradient instead of clipping: slower per step, steadier.',
    discriminator: 'L_D = E[C(G(z))] − E[C(x)] + λ E[(‖∇C(x̂)‖ − 1)²],  x̂ = εx + (1 − ε)G(z)',
    generator: 'L_G = −E[C(G(z))]',
  },
} as const;

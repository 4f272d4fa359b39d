import data from './dataParams';
import systemParams from './systemParams';

export default {
  ...systemParams,
  latentSize: {
    label: 'Latent size',
    help: 'How many random numbers z the generator starts from: too few, and it cannot vary in all the ways the data does.',
  },
  generatorLayers: {
    label: 'Generator',
    help: 'The network that turns noise z into a sample G(z).',
  },
  discriminatorLayers: {
    label: 'Discriminator',
    help: 'The network that turns a sample x into one score: how real it looks.',
  },
  pairing: {
    label: 'Given half of the pair',
    help: 'What is made of each picture, and from which G is to make the picture back.',
    options: {
      edges: 'its edges',
      grey: 'grey',
      blocks: 'low resolution (4 × 4 blocks)',
      hole: 'a hole in the middle',
    },
  },
  domains: {
    label: 'Second domain',
    help: 'What samples are to be translated into: those of the second half of the classes (from those of the first), or all samples changed in a way that G has to find out. No sample is shown with its partner.',
    options: {
      classes: 'the other classes',
      negative: 'the negative',
      turned: 'a quarter of a turn',
      dimmed: 'the same at night',
    },
  },
  mappingLayers: {
    label: 'Mapping network',
    help: 'The network that turns the latent z into the style w.',
  },
  warp: {
    label: 'Stretching',
    help: 'By how many cells the encoder’s pictures are pulled about at random, while the decoders are to draw the straight ones: so that the code says what a face does, not where each cell lies.',
  },
  cycleDistance: {
    label: 'Cycle error',
    help: 'How far a sample is from what comes back of it.',
    options: { l1: 'mean absolute (CycleGAN, DualGAN)', mse: 'mean squared (DiscoGAN)' },
  },
  cycleWeight: {
    label: 'Cycle weight λ',
    help: 'How much it counts that both ways lead back. At 0, G may send any sample to any place of the other domain, or all to one.',
  },
  identityWeight: {
    label: 'Identity weight',
    help: 'How much it counts that G leaves alone what is in its domain already: keeps colours from being swapped.',
  },
  l1Weight: {
    label: 'L1 weight λ',
    help: 'How much the mean difference to the target counts beside fooling D. Without it G invents; without D (a very large λ) it blurs what it cannot know.',
  },
  objective: {
    label: 'Objective',
    help: 'The two losses that the players minimise against each other.',
    options: {
      minimax: 'Minimax (saturating)',
      'non-saturating': 'Non-saturating',
      'least-squares': 'Least squares (0, 1)',
      'least-squares-pearson': 'Least squares (−1, 1)',
      hinge: 'Hinge (Geometric GAN)',
      wgan: 'WGAN (clipping)',
      'wgan-gp': 'WGAN-GP',
      'wgan-div': 'WGAN-div',
      dragan: 'DRAGAN',
      relativistic: 'Relativistic (RpGAN)',
      'relativistic-average': 'Relativistic average',
      r3gan: 'R3GAN',
      ebgan: 'EBGAN',
      began: 'BEGAN',
      'f-gan': 'f-GAN',
      'boundary-seeking': 'Boundary-seeking',
      softmax: 'Softmax GAN',
      fisher: 'Fisher GAN',
      'b-gan': 'b-GAN',
    },
  },
  divergence: {
    label: 'Divergence',
    help: 'Which distance between the distributions D estimates and G lowers. KL spreads over all modes, reverse KL keeps to one.',
    options: {
      'total-variation': 'Total variation',
      kl: 'Kullback–Leibler',
      'reverse-kl': 'Reverse KL',
      pearson: 'Pearson χ²',
      neyman: 'Neyman χ²',
      hellinger: 'Squared Hellinger',
      'jensen-shannon': 'Jensen–Shannon',
      gan: 'GAN (shifted Jensen–Shannon)',
    },
  },
  fGenerator: {
    label: 'What G minimises',
    help: 'The bound itself, which saturates where D is sure, or −E[g(V)], whose gradient stays strong there.',
    options: { practical: '−E[g(V)]', saturating: 'the bound' },
  },
  margin: {
    label: 'Margin m',
    help: 'Up to which energy D pushes generated samples away: too small, and anything is good enough.',
  },
  pullingAway: {
    label: 'Pulling-away weight',
    help: 'How hard G is punished when its samples have similar codes in D: keeps them from all becoming one. 0 turns it off.',
  },
  diversity: {
    label: 'Diversity ratio γ',
    help: 'Energy of generated over real samples that BEGAN holds: small gives few, sharp samples, large gives many, blurred ones.',
  },
  proportionalGain: {
    label: 'Gain of k, λ',
    help: 'How fast k moves to hold the balance between the players.',
  },
  rho: {
    label: 'Constraint weight ρ',
    help: 'How fast the multiplier of the constraint on the critic’s second moment moves, and how hard a violation is punished.',
  },
  kappa: {
    label: 'Weight κ',
    help: 'How hard the length of D’s gradient is punished, whatever it is.',
  },
  power: {
    label: 'Power p',
    help: 'To which power the length of the gradient is raised: the larger, the more a steep place counts.',
  },
  clip: {
    label: 'Clipping bound c',
    help: 'After each move every weight of D is cut to [−c, c]: too small, and D can only draw straight lines; too large, and its loss runs away.',
  },
  lambda: {
    label: 'Penalty weight λ',
    help: 'How hard D is punished where its gradient is not of length 1.',
  },
  penalty: {
    label: 'Penalty',
    help: 'Punishes the gradient of D. R1 (at real samples) and R2 (at generated ones) want it flat, so that the game comes to rest; the gradient penalty and DRAGAN want slope 1.',
    options: {
      none: 'none',
      r1: 'R1',
      r2: 'R2',
      'r1-r2': 'R1 and R2',
      'gradient-penalty': 'Gradient penalty (between samples)',
      dragan: 'DRAGAN’s (around real samples)',
      'wgan-div': 'WGAN-div’s',
    },
  },
  gamma: {
    label: 'Weight γ',
    help: 'How hard R1 and R2 punish, ½ γ E‖∇C‖²: too small, and the players keep circling; too large, and D learns nothing.',
  },
  k: {
    label: 'Moves of D per move of G (k)',
    help: 'How often the discriminator learns before the generator moves once. WGAN usually takes 5.',
  },
  averaging: {
    label: 'Average the generator’s weights',
    help: 'Pictures and measurements come from a moving average of G’s recent weights instead of the latest ones: the same run, seen with a steadier hand. Training itself does not change.',
  },
  averageDecay: {
    label: 'Memory of the average β',
    help: 'The average reaches back about 1/(1 − β) moves of G: 0.999 means a thousand, 0 means the latest weights alone.',
  },
  weightClipping: {
    label: 'Clip D’s weights',
    short: 'Clipping',
    help: 'Cuts every weight of D to [−c, c] after each move, as WGAN does: a crude way to keep D from growing steep.',
  },
  softLabels: {
    label: 'Soften the labels',
    short: 'Soft labels',
    help: 'D is told less than the truth, so that it grows less sure of itself: smoothed, noisy or flipped labels.',
  },
  realLabel: {
    label: 'Label of real samples',
    help: 'One-sided smoothing: D aims at this instead of 1 for real samples, and at 0 for generated ones all the same.',
  },
  labelNoise: { label: 'Noise on labels', help: 'Moves every label towards the middle by up to this, at random.' },
  labelFlips: { label: 'Share of flipped labels', help: 'How often a label says the opposite.' },
  featureMatching: {
    label: 'Feature matching',
    help: 'G no longer plays against D’s score: it makes the mean of D’s inner features the same for its samples as for real ones.',
  },
  spectralNorm: {
    label: 'Spectral normalization of D',
    short: 'Spectral norm',
    help: 'Divides each of D’s weight matrices by its largest singular value, so that D cannot grow steep. Costs little.',
  },
  packing: {
    label: 'Samples that D judges together (PacGAN)',
    short: 'PacGAN',
    help: 'With 2 to 4, D sees packs of samples of one kind, and so that they are all alike: a cure for mode collapse. The stage shows D’s score of packs of equal samples.',
  },
  instanceNoise: {
    label: 'Instance noise',
    help: 'Adds the same Gaussian noise to real and generated samples before D sees them: their distributions then overlap.',
  },
  noiseSigma: {
    label: 'Noise σ',
    help: 'Standard deviation of the noise, in units of the data’s own spread. Turn it down as training goes on.',
  },
  unrolling: {
    label: 'Unrolled steps of D',
    short: 'Unrolled',
    help: 'G plays against the D that would come about after so many of its steps, and so cannot win by surprise. Dense D only; each step costs.',
  },
  unrollRate: {
    label: 'Rate of the unrolled steps',
    help: 'Learning rate of D’s imagined steps, plain gradient descent.',
  },
  consensus: {
    label: 'Consensus optimization',
    short: 'Consensus',
    help: 'Both players also pay for the length of both gradients, which draws the game to rest. Dense networks only.',
  },
  consensusWeight: {
    label: 'Weight γ of the consensus',
    help: 'How much both players pay: too much, and they rest anywhere.',
  },
  gradientClipping: {
    label: 'Clip gradients',
    short: 'Gradient clipping',
    help: 'A gradient that is longer than the bound is shortened to it, for both players.',
  },
  gradientBound: { label: 'Longest gradient', help: 'The bound on the length of each player’s whole gradient.' },
  schedule: {
    label: 'Learning-rate schedule',
    short: 'Schedule',
    help: 'Lets both learning rates fall over a stretch of moves: large steps first, small ones at the end.',
    options: { none: 'none', linear: 'Linear', cosine: 'Cosine', exponential: 'Exponential' },
  },
  scheduleMoves: {
    label: 'Length of the schedule',
    help: 'After so many moves of a player its rate is at its end: zero, or a hundredth for the exponential one.',
  },
  historicalAveraging: {
    label: 'Historical averaging',
    help: 'Both players are drawn towards the mean of all their past weights: damps their circling.',
  },
  historyWeight: { label: 'Weight of the history', help: 'How strongly the past draws.' },
  diracLoss: {
    label: 'Loss',
    help: 'What the players minimise: the minimax loss circles, the non-saturating one creeps inwards, Wasserstein’s swings.',
    options: { minimax: 'Minimax', 'non-saturating': 'Non-saturating', wasserstein: 'Wasserstein' },
  },
  diracRegularizer: {
    label: 'Regularizer',
    help: 'What is done to D so that the game comes to rest; not all of these do it.',
    options: {
      none: 'none',
      clip: 'Clipping',
      'gradient-penalty': 'Gradient penalty',
      'instance-noise': 'Instance noise',
      r1: 'R1 (here the same as R2)',
      consensus: 'Consensus optimization',
    },
  },
  diracGamma: {
    label: 'Weight γ',
    help: 'How hard it damps. For R1, 1 is critical, and 2 under Wasserstein’s loss: beyond it the way back grows slow again.',
  },
  diracClip: { label: 'Clipping bound c', help: 'After each move ψ is cut to [−c, c].' },
  diracLambda: { label: 'Penalty weight λ', help: 'How hard D is drawn to the slope that is wanted.' },
  diracSlope: { label: 'Wanted slope g₀', help: 'Which length of ψ the penalty wants: 1 in WGAN-GP.' },
  diracSigma: { label: 'Noise σ', help: 'Standard deviation of the noise on real and generated samples.' },
  diracMoves: {
    label: 'Moves',
    help: 'Simultaneously from the same place, or one after the other, θ first.',
    options: { simultaneous: 'Simultaneous', alternating: 'Alternating' },
  },
  batchSize: {
    label: 'Batch size',
    help: 'Samples per move: larger batches give calmer gradients and slower steps.',
  },
  seed: {
    label: 'Seed',
    help: 'Where all random numbers start: the same seed repeats the same run, initial weights and batches included.',
  },
  engine: {
    label: 'Engine',
    help: 'What computes the steps. Automatic starts at once on the processor and moves to the GPU where that measures faster.',
    options: {
      auto: 'Automatic',
      replay: 'Replayed steps (WASM)',
      webgl: 'GPU (WebGL)',
      wasm: 'Processor (WASM)',
      cpu: 'Plain JavaScript',
    },
  },
  discriminatorOptimizer: {
    label: 'Optimizer of D',
    short: 'Optimizer',
    help: 'How a gradient becomes a step: Adam adapts to each weight and keeps momentum, RMSProp only adapts, SGD follows the gradient as it is.',
    options: { adam: 'Adam', 'optimistic-adam': 'Optimistic Adam', rmsprop: 'RMSProp', sgd: 'SGD' },
  },
  discriminatorRate: {
    label: 'Learning rate of D',
    short: 'Learning rate',
    help: 'Length of each step of D: too large and the losses jump, too small and nothing moves.',
  },
  discriminatorBeta1: {
    label: 'β₁ of D',
    short: 'β₁ (momentum)',
    help: 'How much of its past direction Adam keeps. GANs like 0.5 or less: the opponent moves, so old gradients mislead.',
  },
  discriminatorBeta2: {
    label: 'β₂ of D',
    short: 'β₂ (scale)',
    help: 'How long Adam remembers the size of the gradients, by which it divides its steps.',
  },
  discriminatorDecay: {
    label: 'Decay of D',
    short: 'Decay ρ',
    help: 'How long RMSProp remembers the size of the gradients, by which it divides its steps.',
  },
  discriminatorMomentum: {
    label: 'Momentum of D',
    short: 'Momentum',
    help: 'How much of the last step SGD keeps: speeds up long slopes, and makes the game circle more.',
  },
  generatorOptimizer: {
    label: 'Optimizer of G',
    short: 'Optimizer',
    help: 'How a gradient becomes a step: Adam adapts to each weight and keeps momentum, RMSProp only adapts, SGD follows the gradient as it is.',
    options: { adam: 'Adam', 'optimistic-adam': 'Optimistic Adam', rmsprop: 'RMSProp', sgd: 'SGD' },
  },
  generatorRate: {
    label: 'Learning rate of G',
    short: 'Learning rate',
    help: 'Length of each step of G: too large and the losses jump, too small and nothing moves.',
  },
  generatorBeta1: {
    label: 'β₁ of G',
    short: 'β₁ (momentum)',
    help: 'How much of its past direction Adam keeps. GANs like 0.5 or less: the opponent moves, so old gradients mislead.',
  },
  generatorBeta2: {
    label: 'β₂ of G',
    short: 'β₂ (scale)',
    help: 'How long Adam remembers the size of the gradients, by which it divides its steps.',
  },
  generatorDecay: {
    label: 'Decay of G',
    short: 'Decay ρ',
    help: 'How long RMSProp remembers the size of the gradients, by which it divides its steps.',
  },
  generatorMomentum: {
    label: 'Momentum of G',
    short: 'Momentum',
    help: 'How much of the last step SGD keeps: speeds up long slopes, and makes the game circle more.',
  },
  data,
} as const;

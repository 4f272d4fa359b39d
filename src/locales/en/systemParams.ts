/** Words of one player's optimizer. */
const optimizer = (of: string) => ({
  Optimizer: {
    label: `Optimizer of ${of}`,
    short: 'Optimizer',
    help: 'How a gradient becomes a step: Adam adapts to each weight and keeps momentum, RMSProp only adapts, SGD follows the gradient as it is.',
    options: { adam: 'Adam', 'optimistic-adam': 'Optimistic Adam', rmsprop: 'RMSProp', sgd: 'SGD' },
  },
  Rate: {
    label: `Learning rate of ${of}`,
    short: 'Learning rate',
    help: `Length of each step of ${of}: too large and the losses jump, too small and nothing moves.`,
  },
  Beta1: {
    label: `β₁ of ${of}`,
    short: 'β₁ (momentum)',
    help: 'How much of its past direction Adam keeps. Without an opponent that moves, 0.9 is usual.',
  },
  Beta2: {
    label: `β₂ of ${of}`,
    short: 'β₂ (scale)',
    help: 'How long Adam remembers the size of the gradients, by which it divides its steps.',
  },
  Decay: {
    label: `Decay of ${of}`,
    short: 'Decay ρ',
    help: 'How long RMSProp remembers the size of the gradients, by which it divides its steps.',
  },
  Momentum: {
    label: `Momentum of ${of}`,
    short: 'Momentum',
    help: 'How much of the last step SGD keeps: speeds up long slopes.',
  },
});

const autoencoder = optimizer('encoder and decoder');
const encoder = optimizer('the encoder');

/** Parameters that belong to single systems of the family. */
export default {
  fadeIterations: {
    label: 'Iterations of fading in',
    help: 'How long a new size is blended with the one before, from nothing to all of it.',
  },
  holdIterations: {
    label: 'Iterations at each size',
    help: 'How long the networks train at a size before the next begins to fade in.',
  },
  refinerLayers: {
    label: 'Details',
    help: 'The layers of G₁ and G₂, from a coarse picture and noise to the details that are added; a convolution of single cells follows.',
  },
  detailLayers: {
    label: 'Discriminators of details',
    help: 'The layers of D₁ and D₂, which see a picture beside the coarse one that it was drawn on.',
  },
  encoderLayers: {
    label: 'Encoder',
    help: 'The network that turns a sample x into its code.',
  },
  decoderLayers: {
    label: 'Decoder',
    help: 'The network that turns a code z back into a sample.',
  },
  autoencoderOptimizer: autoencoder.Optimizer,
  autoencoderRate: autoencoder.Rate,
  autoencoderBeta1: autoencoder.Beta1,
  autoencoderBeta2: autoencoder.Beta2,
  autoencoderDecay: autoencoder.Decay,
  autoencoderMomentum: autoencoder.Momentum,
  classWeight: {
    label: 'Weight of the class head',
    help: 'How much naming the class counts beside real or generated. Too much, and each class shrinks to what is easiest to name.',
  },
  labelled: {
    label: 'Labels known',
    help: 'Of how many samples of each minibatch D is told the class. Of the others it learns only that they are real.',
  },
  categories: {
    label: 'Categories',
    help: 'How many values the categorical code has. Ten for digits; but nobody tells it which.',
  },
  codes: {
    label: 'Continuous codes',
    help: 'How many codes in [−1, 1] must be readable: they tend to find slant, width, turn.',
  },
  infoWeight: {
    label: 'Weight of the information λ',
    help: 'How much it counts that the category can be read from the sample.',
  },
  codeWeight: {
    label: 'Weight of continuous codes',
    help: 'How much it counts that the continuous codes can be read.',
  },
  encoderKind: {
    label: 'Encoder',
    help: 'Deterministic as in BiGAN: one code for a sample. Stochastic as in ALI: a distribution of codes, drawn from while it trains.',
    options: { deterministic: 'Deterministic (BiGAN)', stochastic: 'Stochastic (ALI)' },
  },
  encoderOptimizer: encoder.Optimizer,
  encoderRate: encoder.Rate,
  encoderBeta1: encoder.Beta1,
  encoderBeta2: encoder.Beta2,
  encoderDecay: encoder.Decay,
  encoderMomentum: encoder.Momentum,
  likenessWeight: {
    label: 'Weight of likeness γ',
    help: 'How much it counts for G that reconstructions resemble their originals in D’s features; the rest is the game.',
  },
  reconstructionLoss: {
    label: 'Reconstruction loss',
    help: 'What "alike" means: squared differences of pixels blur what is uncertain, absolute ones take the median, perceptual ones compare edges and strokes by a network of random filters.',
    options: { mse: 'Squared (MSE)', mae: 'Absolute (MAE)', perceptual: 'Perceptual' },
  },
  corruption: {
    label: 'Corruption',
    help: 'What the encoder sees instead of the sample. A denoising autoencoder must find the sample behind it.',
    options: { none: 'none', noise: 'Gaussian noise', mask: 'Missing numbers' },
  },
  corruptionLevel: {
    label: 'Level of corruption',
    help: 'The standard deviation of the noise, or the share of numbers that are missing.',
  },
  beta: {
    label: 'Weight of the KL term β',
    help: '1 is the evidence lower bound. More pulls the codes towards the prior, and what they say gets less and more independent; 0 leaves a plain autoencoder with noise.',
  },
  likelihood: {
    label: 'Likelihood',
    help: 'How the decoder’s output is read as a distribution: a probability of ink for each pixel, or a mean with a fixed spread σ.',
    options: { bernoulli: 'Bernoulli', gaussian: 'Gaussian' },
  },
  sigma: {
    label: 'Spread σ of the likelihood',
    help: 'How exact a reconstruction must be: a small σ makes reconstruction count more against the KL term.',
  },
  featureWeight: {
    label: 'Feature weight κ',
    help: 'How much D’s features count beside the pixels when a picture is compared with what comes back of it.',
  },
  images: {
    label: 'Pictures',
    help: 'How many pictures of the set have a latent of their own. The run sees no others.',
  },
  latentPace: {
    label: 'Pace of the latents',
    help: 'How many times larger the steps of the latents are than those of G; a latent moves only when its picture is drawn.',
  },
  textSize: {
    label: 'Size of the text code',
    help: 'How many numbers a caption becomes, for G and, by a reader of its own, for D.',
  },
  textKl: {
    label: 'Weight of the KL term',
    help: 'How much the codes of captions are pulled to N(0, I), so that similar captions get codes that overlap.',
  },
  stageTwoLayers: {
    label: 'Stage II',
    help: 'The layers that make a picture of full size of the first stage’s and the caption’s code.',
  },
  stageTwoDiscriminatorLayers: {
    label: 'Discriminator of stage II',
    help: 'The layers that score a picture of full size beside its caption’s code.',
  },
  detailSize: {
    label: 'Size of the details’ noise',
    help: 'How many numbers of the latent each further level has for itself, to draw other details on the same coarse picture.',
  },
  alignment: {
    label: 'Alignment of codes',
    help: 'How much it counts that codes of both people have the same mean and spread, so that either decoder knows what to make of them. At 0, as in the program, it takes far longer, or needs people who look alike.',
  },
} as const;

export default {
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
  objective: {
    label: 'Objective',
    help: 'The two losses that the players minimise against each other.',
    options: {
      minimax: 'Minimax (saturating)',
      'non-saturating': 'Non-saturating',
      'least-squares': 'Least squares',
      wgan: 'WGAN (clipping)',
      'wgan-gp': 'WGAN-GP',
    },
  },
  clip: {
    label: 'Clipping bound c',
    help: 'After each move every weight of D is cut to [−c, c]: too small, and D can only draw straight lines; too large, and its loss runs away.',
  },
  lambda: {
    label: 'Penalty weight λ',
    help: 'How hard D is punished where its gradient is not of length 1, between real and generated samples.',
  },
  penalty: {
    label: 'Penalty',
    help: 'R1 punishes the gradient of D at real samples, ½ γ E‖∇C(x)‖²: near the goal D grows flat, and the game comes to rest.',
    options: { none: 'none', r1: 'R1' },
  },
  gamma: {
    label: 'R1 weight γ',
    help: 'How hard R1 punishes: too small, and the players keep circling; too large, and D learns nothing.',
  },
  k: {
    label: 'Moves of D per move of G (k)',
    help: 'How often the discriminator learns before the generator moves once. WGAN usually takes 5.',
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
    options: { auto: 'Automatic', webgl: 'GPU (WebGL)', wasm: 'Processor (WASM)', cpu: 'Plain JavaScript' },
  },
  discriminatorOptimizer: {
    label: 'Optimizer of D',
    short: 'Optimizer',
    help: 'How a gradient becomes a step: Adam adapts to each weight and keeps momentum, RMSProp only adapts, SGD follows the gradient as it is.',
    options: { adam: 'Adam', rmsprop: 'RMSProp', sgd: 'SGD' },
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
    options: { adam: 'Adam', rmsprop: 'RMSProp', sgd: 'SGD' },
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
  data: {},
} as const;

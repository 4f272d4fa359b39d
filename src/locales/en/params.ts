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
  averaging: {
    label: 'Average the generator’s weights',
    help: 'Pictures and measurements come from a moving average of G’s recent weights instead of the latest ones: the same run, seen with a steadier hand. Training itself does not change.',
  },
  averageDecay: {
    label: 'Memory of the average β',
    help: 'The average reaches back about 1/(1 − β) moves of G: 0.999 means a thousand, 0 means the latest weights alone.',
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
  data: {
    mean: { label: 'Mean', help: 'The centre of the real numbers.' },
    sd: { label: 'Standard deviation', help: 'How far the real numbers spread around their centre.' },
    start: {
      label: 'Machine starts at',
      help: 'Where the untrained generator’s output lies, in cm: the mis-set machine.',
    },
    distance: { label: 'Distance', help: 'How far the two modes lie apart.' },
    share: {
      label: 'Share of the left mode',
      help: 'Which part of the data comes from the left one of the two modes.',
    },
    low: { label: 'From', help: 'The lower end of the interval.' },
    high: { label: 'To', help: 'The upper end of the interval.' },
    modes: { label: 'Modes', help: 'How many Gaussians stand on the ring.' },
    sigma: { label: 'Width σ', help: 'The standard deviation of each Gaussian. Narrow modes are harder to hit.' },
    noise: { label: 'Blur', help: 'How far the points scatter around the curve (a standard deviation).' },
    arms: { label: 'Arms', help: 'How many arms the spiral has.' },
    turns: { label: 'Turns', help: 'How often each arm goes round.' },
    cells: {
      label: 'Squares per side',
      help: 'How many squares the board has along each side; the dark ones are data.',
    },
    strokes: { label: 'Drawing', help: 'Draw where the data lie. The drawing is kept in the link.' },
    file: { label: 'File', help: 'Your own file. It stays in this browser and is sent nowhere.' },
    column: { label: 'Column', help: 'The column of the table whose numbers are the data.' },
    columnX: { label: 'Column for x', help: 'The column of the table that gives the horizontal position.' },
    columnY: { label: 'Column for y', help: 'The column of the table that gives the vertical position.' },
    pen: { label: 'Pen', help: 'The mean radius of the pen, in pixels.' },
    slant: { label: 'Slant', help: 'How much the slant differs from digit to digit.' },
    warp: { label: 'Unsteadiness', help: 'How much the hand bends and shakes the strokes.' },
  },
} as const;

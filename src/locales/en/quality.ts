export default {
  views: 'Which measurements',
  curves: 'Curves',
  quality: 'Quality',
  measure: 'Measure now',
  measuring: 'Measuring …',
  every: 'Measure again',
  onDemand: 'on demand',
  everyN: 'every {{count}} iterations',
  empty:
    'Fresh samples of the generator are compared with real ones, in a thread of its own: the training goes on meanwhile.',
  at: 'At iteration {{iteration}}, from {{count}} samples of each kind.',
  metric: 'Metric',
  value: 'Generated',
  floor: 'Real',
  floorHelp:
    'What the metric says of as many real samples: a perfect generator would score this. Closer than chance allows is not better.',
  better: { higher: 'higher is better', lower: 'lower is better', closest: 'closest to the real value is best' },
  infinite: '∞',
  figure: 'Metrics over the iterations, each with the value of real samples',
  floorLine: 'real',
  exactLine: 'exact',
  criticLine: 'critic’s estimate',
  rocTitle: 'What the run’s own D can tell',
  roc: 'Share of real samples that D accepts, over the share of generated ones: area {{area}}.',
  rocMeaning:
    'Each point is a threshold on D’s score. On the diagonal D cannot tell the two apart; the area is the chance that it scores a real sample above a generated one.',
  threshold: 'Threshold',
  accepts: 'D ≥ {{threshold}} accepts {{real}} of the real and {{fake}} of the generated samples.',
  acceptsReal: 'real accepted',
  acceptsFake: 'generated accepted',
  digits: 'Digits, as the classifier reads them',
  digitsMeaning:
    'Blue: shares in the real pictures. Orange: in the generated ones. A digit that is missing has collapsed.',
  classes: 'Classes, as nearest neighbours read them',
  classesMeaning:
    'Blue: shares in real samples. Orange: in generated ones. Both are read by the five nearest of 1,000 labelled samples, which is right for {{accuracy}} of real ones: what it mistakes, it mistakes in both.',
  classShare: '{{name}}: {{fake}} of the generated, {{real}} of the real samples',
  nearest: 'Nearest training pictures',
  nearestMeaning:
    'Above, generated; below, the training picture nearest to each. They differ by {{mean}} on average, where training pictures differ from their own nearest by {{usual}}: far less would be memorizing.',
  nearestPair: 'A generated picture and the training picture nearest to it, {{distance}} apart',
  metrics: {
    mean: { name: 'Mean', meaning: 'Where the generated samples lie on average' },
    sd: { name: 'Standard deviation', meaning: 'How widely the generated samples spread' },
    w1: {
      name: 'Wasserstein-1 distance',
      meaning:
        'How far the generated mass must be moved, on average, to become the real one. Exact; in the plane from 512 points.',
    },
    criticW1: {
      name: 'The critic’s estimate',
      meaning:
        'The difference of the critic’s mean scores: with its slope held at one, what it takes for the Wasserstein-1 distance. A critic that lags reads too little.',
    },
    slicedW1: {
      name: 'Sliced Wasserstein-1',
      meaning: 'The same distance averaged over shadows on 64 lines, from all points: a shift by s reads 2 s / π.',
    },
    kl: {
      name: 'KL(q ‖ p)',
      meaning: 'Nats lost by taking the real density p for the generated q; infinite where q is and p is not.',
    },
    js: {
      name: 'Jensen–Shannon divergence',
      meaning:
        'How much one sample tells of where it comes from: 0 for equal distributions, ln 2 = 0.693 for strangers.',
    },
    ks: {
      name: 'Kolmogorov–Smirnov',
      meaning: 'The greatest distance of the two cumulative distributions, from 0 to 1.',
    },
    mmd: {
      name: 'MMD²',
      meaning:
        'Squared distance of the two means in the space of Gaussian kernels; near 0, and then of either sign, for equal ones.',
    },
    modes: { name: 'Modes captured', meaning: 'Modes with at least one generated sample within 3 σ.' },
    highQuality: {
      name: 'High-quality share',
      meaning: 'Generated samples within 3 σ of a mode; 98.9 % is perfect in the plane, 99.7 % on a line.',
    },
    reverseKl: {
      name: 'Reverse KL, all samples',
      meaning: 'How unevenly the modes are served, each sample counted at its nearest mode. One of K modes gives ln K.',
    },
    reverseKlHigh: {
      name: 'Reverse KL, high quality',
      meaning: 'The same, counting only samples within 3 σ, as PacGAN does.',
    },
    precision: {
      name: 'Precision',
      meaning: 'Share of generated samples that lie among real ones: whether what is made looks real.',
    },
    recall: {
      name: 'Recall',
      meaning: 'Share of real samples that lie among generated ones: whether all that is real is made.',
    },
    density: {
      name: 'Density',
      meaning: 'How crowded the real neighbourhoods are with generated samples; about 1 for equal distributions.',
    },
    coverage: {
      name: 'Coverage',
      meaning: 'Share of real samples with a generated one among their nearest five; mode collapse pulls it down.',
    },
    ganTrain: {
      name: 'GAN-train',
      meaning:
        'How many real samples a nearest-neighbour classifier gets right that knows generated ones alone, each with the class it was asked for: low where G is wrong or lacks variety.',
    },
    ganTest: {
      name: 'GAN-test',
      meaning:
        'How many generated samples are what they were asked to be, for a classifier that knows real ones: low where G is wrong, and blind to a lack of variety.',
    },
    mnistScore: {
      name: 'MNIST score',
      meaning: 'Whether each picture is surely one digit, and all ten occur: 1 at worst, 10 at best.',
    },
    classKl: {
      name: 'Reverse KL of the digits',
      meaning: 'How unevenly the ten digits occur; one digit alone gives ln 10 = 2.3.',
    },
    fdFeatures: {
      name: 'Fréchet distance, 64 features',
      meaning:
        'Distance of the two clouds in the classifier’s inner features, taken for Gaussians. Depends on the number of pictures.',
    },
    fdLogits: {
      name: 'Fréchet distance, 10 logits',
      meaning: 'The same in the classifier’s ten outputs, as TF-GAN measures MNIST.',
    },
    kid: {
      name: 'KID',
      meaning:
        'Kernel distance in the classifier’s features: unbiased, so near 0 and of either sign for equal distributions.',
    },
    auc: {
      name: 'Fresh classifier’s AUC',
      meaning:
        'How often a classifier trained for it ranks a new real sample above a generated one: ½ means it cannot tell.',
    },
    logLoss: {
      name: 'Fresh classifier’s log-loss',
      meaning:
        'ln 2 = 0.693 means it cannot tell; no classifier can get below ln 2 minus the Jensen–Shannon divergence.',
    },
  },
} as const;

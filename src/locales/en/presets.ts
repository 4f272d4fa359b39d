export default {
  screws: {
    name: 'Screw factory',
    hint: 'A machine set to 10 cm learns to make 5 cm screws: watch its histogram walk to the real one.',
  },
  vanishing: {
    name: 'Vanishing gradient',
    hint: 'D learns too well: see which objectives still tell the generator where to go, and which fall silent.',
  },
  'critic-distance': {
    name: 'The critic’s distance',
    hint: 'WGAN-GP’s critic as a measuring tape: what it reads beside the exact Wasserstein distance.',
  },
  ring: {
    name: 'Ring of eight',
    hint: 'Eight small clusters on a circle: see which of them the generator finds, and which it forgets.',
  },
  collapse: {
    name: 'Mode collapse',
    hint: 'Of eight clusters one is left: five moves of D for each of G, and Adam with a long memory.',
  },
  cure: {
    name: 'Mode collapse, cured',
    hint: 'The same networks and moves under the R1 penalty: all eight clusters come back.',
  },
  'swiss-roll': {
    name: 'Swiss roll',
    hint: 'The generator bends a cloud of noise until it lies on a spiral.',
  },
  'pen-digits-dense': {
    name: 'Pen digits, dense GAN',
    hint: 'Drawn digits from dense networks: shapes rise out of noise, with grainy edges.',
  },
  'pen-digits-dcgan': {
    name: 'Pen digits, DCGAN',
    hint: 'Drawn digits from convolutional networks; needs no download.',
  },
  'mnist-dense': {
    name: 'MNIST, dense GAN',
    hint: 'Real handwritten digits from dense networks: readable, with specks.',
  },
  'mnist-dcgan': {
    name: 'MNIST, DCGAN (small)',
    hint: 'Real handwritten digits from small convolutional networks: readable in minutes without a GPU.',
  },
  'dcgan-tutorial': {
    name: 'MNIST, DCGAN (tutorial size)',
    hint: 'The well-known tutorial networks, about ten times larger: clean digits, best with a GPU.',
  },
  dirac: {
    name: 'Dirac-GAN',
    hint: 'Two numbers circle their equilibrium, leave it or come to rest, as loss and regularizer will have it.',
  },
} as const;

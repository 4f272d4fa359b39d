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
  'cure-wgan': {
    name: 'Mode collapse, Wasserstein GAN',
    hint: 'The same networks and moves under Algorithm 1 with its clipped critic: no cluster is lost, but points gather slowly.',
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
  'faces-dcgan': {
    name: 'Faces, DCGAN',
    hint: 'Drawn faces in colour: mix them, walk between them, subtract their glasses.',
  },
  'mnist-dense': {
    name: 'MNIST, dense GAN',
    hint: 'Real handwritten digits from dense networks: readable, with specks.',
  },
  'mnist-dcgan': {
    name: 'MNIST, DCGAN (small)',
    hint: 'Real handwritten digits from small convolutional networks: readable in minutes without a GPU.',
  },
  'cifar-horses': {
    name: 'CIFAR-10 horses',
    hint: 'DCGAN with Chollet’s advice: noisy labels, dropout in D, kernels divisible by the stride. Photos are hard: after 1,500 steps there are dark bodies on bright ground, after 4,500 horses that one recognises.',
  },
  'dcgan-tutorial': {
    name: 'MNIST, DCGAN (tutorial size)',
    hint: 'The well-known tutorial networks, about ten times larger: clean digits, best with a GPU.',
  },
  'ring-conditional': {
    name: 'Pick the mode',
    hint: 'The players are told which of the eight modes it shall be: each class goes to its own cluster, and none is forgotten.',
  },
  'circles-conditional': {
    name: 'Pick the radius',
    hint: 'The condition is a number: ask for a radius, and the generator draws that circle.',
  },
  'pen-digits-conditional': {
    name: 'A digit on request',
    hint: 'One latent, ten classes: each column keeps its hand while the row says which digit to write.',
  },
  'pen-digits-acgan': {
    name: 'AC-GAN on digits',
    hint: 'A discriminator that also names the digit: each class is clear, and less varied than with a conditional GAN.',
  },
  'pen-digits-sgan': {
    name: 'Two labels in thirty-two',
    hint: 'A semi-supervised GAN learns to read digits and to draw them, though it is told the class of two in each minibatch of 32. Compare the two class curves.',
  },
  'pen-digits-infogan': {
    name: 'InfoGAN finds the digits',
    hint: 'Ten categories and two numbers without names: watch them become digit, slant and width.',
  },
  'ring-infogan': {
    name: 'InfoGAN on the ring',
    hint: 'A category of eight and a ring of eight: each value takes a mode of its own, unasked.',
  },
  'pen-digits-bigan': {
    name: 'BiGAN: learned inverse',
    hint: 'The encoder never sees a pair that the generator made; still, decode its codes and the digit comes back, roughly.',
  },
  'pen-digits-vaegan': {
    name: 'VAE-GAN on digits',
    hint: 'Sharper than a VAE, and with an encoder, which a GAN lacks: do GAN and VAE meet?',
  },
  'pen-digits-aae': {
    name: 'Adversarial autoencoder',
    hint: 'The latent map is pushed into a round normal cloud by a discriminator of codes.',
  },
  'pen-digits-autoencoder': {
    name: 'Autoencoder, two numbers',
    hint: 'Every digit through a bottleneck of two numbers: classes part in the latent map, and random codes fall between them.',
  },
  'pen-digits-denoising': {
    name: 'Denoising autoencoder',
    hint: 'Half of the pixels are missing: the autoencoder learns what digits look like in order to fill them in.',
  },
  'pen-digits-vae': {
    name: 'VAE: the digit manifold',
    hint: 'Two numbers, pulled to a normal distribution: walk the grid and see digits turn into one another.',
  },
  'mnist-vae': {
    name: 'MNIST, VAE',
    hint: 'Twenty numbers per digit: about 105 to 110 nats after long training, in minutes a little more.',
  },
  'pen-digits-cvae': {
    name: 'Conditional VAE',
    hint: 'The same hand writes all ten digits: z is the hand, the class is the digit.',
  },
  'pen-digits-glo': {
    name: 'GLO: a latent for each digit',
    hint: 'Five hundred digits come back sharp within a minute, with no discriminator and no encoder. Then look at the blind samples: many are no digit.',
  },
  'pen-digits-pyramid': {
    name: 'LAPGAN: coarse to fine',
    hint: 'Three games at once: digits of 7 × 7 cells, and the details that make 14 × 14 and 28 × 28 of them. The coarse level decides which digit it is.',
  },
  'faces-from-captions': {
    name: 'A face from its caption',
    hint: 'StackGAN reads “an old man with short grey hair” and draws him: 16 × 16 first, then 32 × 32. Colours of hair and skin obey first, glasses and hats later.',
  },
  'faces-from-edges': {
    name: 'A face from its lines',
    hint: 'pix2pix paints what a line drawing leaves open. Look for hair colour: the lines do not tell it, so it guesses.',
  },
  'faces-coloured': {
    name: 'Colour from grey',
    hint: 'pix2pix colours grey faces. Skin and sky come first; eyes and clothes it can only guess.',
  },
  'moons-cycle': {
    name: 'Two moons, there and back',
    hint: 'CycleGAN carries one cloud of points onto the other. Set the cycle weight to 0 and see points run together.',
  },
  'glasses-cycle': {
    name: 'Glasses on, glasses off',
    hint: 'CycleGAN on faces with and without glasses: no face is ever shown both ways.',
  },
  'negative-disco': {
    name: 'Find the negative',
    hint: 'DiscoGAN between white digits and black ones. Look whether a 3 becomes a 3: nobody says so.',
  },
  'night-dual': {
    name: 'Day and night',
    hint: 'DualGAN between faces by day and faces by night: the light should change, everybody should stay who they are.',
  },
  'faces-swapped': {
    name: 'Swap faces',
    hint: 'One encoder, two decoders: after 1,500 steps each person wears the other’s face, with the pose and mood that were there.',
  },
  'faces-growing': {
    name: 'Faces that grow',
    hint: 'ProGAN from 4 × 4 to 32 × 32: watch “All sizes”. After 300 iterations the next size fades in; after 2,100 all of them are there.',
  },
  'faces-styles': {
    name: 'Mix styles of faces',
    hint: 'A small StyleGAN: after some thousand steps, mix the shape of one face with the colours of another.',
  },
  'pen-digits-anomaly': {
    name: 'Find what is not normal',
    hint: 'f-AnoGAN learns all digits but the nine. Give it a nine, and see which digit it makes of it, and where it goes wrong.',
  },
  dirac: {
    name: 'Dirac-GAN',
    hint: 'Two numbers circle their equilibrium, leave it or come to rest, as loss and regularizer will have it.',
  },
} as const;

export default {
  gan: {
    name: 'GAN',
    hint: 'Dense networks for any kind of data: the generator forges, the discriminator inspects, both get better.',
  },
  dcgan: {
    name: 'DCGAN',
    hint: 'The same game with convolutional networks: sharper images from far fewer weights.',
  },
  inspectors: {
    name: 'Four objectives, each with its inspector',
    hint: 'One generator, and a discriminator for each objective: compare how strongly each would pull, however well D is trained.',
  },
  cgan: {
    name: 'Conditional GAN',
    hint: 'Both players are told which class it shall be, so that you can ask for one: pick the digit, the mode, the radius.',
  },
  acgan: {
    name: 'AC-GAN',
    hint: 'The generator is told the class and the discriminator must name it: a class head beside the score.',
  },
  sgan: {
    name: 'Semi-supervised GAN',
    hint: 'One discriminator learns to read the classes and to tell forgeries, though it is told the class of few samples: the many others teach it what real ones look like.',
  },
  infogan: {
    name: 'InfoGAN',
    hint: 'Codes that must be readable from the samples find their own meaning: nobody tells the classes, and yet they part.',
  },
  bigan: {
    name: 'BiGAN / ALI',
    hint: 'An encoder learns against the generator: the discriminator judges pairs of sample and code, and both become each other’s inverse.',
  },
  vaegan: {
    name: 'VAE-GAN',
    hint: 'A VAE whose decoder also plays against a discriminator, and whose reconstructions are judged by what that sees instead of pixel by pixel.',
  },
  aae: {
    name: 'Adversarial autoencoder',
    hint: 'An autoencoder whose codes a discriminator pulls to the prior: where GAN and VAE meet.',
  },
  autoencoder: {
    name: 'Autoencoder',
    hint: 'A sample must pass a bottleneck: its code. No opponent, and no prior: decode a random code, and see why that is not enough.',
  },
  vae: {
    name: 'VAE',
    hint: 'An autoencoder whose codes are pulled to a normal distribution, so that one can sample them: the evidence lower bound in its two terms.',
  },
  cvae: {
    name: 'Conditional VAE',
    hint: 'A VAE that is told the class: the code holds the hand, the class says what to write.',
  },
  glo: {
    name: 'GLO',
    hint: 'No opponent and no encoder: each picture of a fixed set has a latent of its own, learned beside the generator.',
  },
  lapgan: {
    name: 'LAPGAN',
    hint: 'From coarse to fine: one game for a tiny picture, then one for the details at each doubling of its size.',
  },
  stackgan: {
    name: 'StackGAN (captions)',
    hint: 'A face from its description in words: a text encoder, a first stage that sketches it small, and a second that draws it.',
  },
  pix2pix: {
    name: 'pix2pix',
    hint: 'Learns to make one half of a pair from the other: a face from its line drawing, colour from grey, the whole from a part.',
  },
  cyclegan: {
    name: 'CycleGAN',
    hint: 'Two domains and no pairs: G leads from one to the other, F leads back, and who goes both ways must arrive where he started.',
  },
  discogan: {
    name: 'DiscoGAN',
    hint: 'CycleGAN’s sister: the logistic loss, and the squared error of both ways with weight 1.',
  },
  dualgan: {
    name: 'DualGAN',
    hint: 'CycleGAN’s other sister: two Wasserstein critics with clipped weights.',
  },
  deepfake: {
    name: 'DeepFake autoencoder',
    hint: 'One encoder, two decoders, each for one person: encode the one, decode as the other, and the faces are swapped.',
  },
  progan: {
    name: 'ProGAN',
    hint: 'Both networks begin with tiny pictures and grow, size by size: first what is where, then the details.',
  },
  stylegan: {
    name: 'StyleGAN (small)',
    hint: 'The latent becomes a style, and the style says at every layer how strong each channel is: mix the coarse of one picture with the fine of another.',
  },
  fanogan: {
    name: 'f-AnoGAN (anomalies)',
    hint: 'A GAN that never saw one of the classes, and an encoder: what comes back changed is not normal.',
  },
  dirac: {
    name: 'Dirac-GAN',
    hint: 'The smallest game there is: G is one number, D one slope. Its whole life fits into one picture.',
  },
} as const;

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
  dirac: {
    name: 'Dirac-GAN',
    hint: 'The smallest game there is: G is one number, D one slope. Its whole life fits into one picture.',
  },
} as const;

/**
 * A page for each system: its objective line by line (a letter after `_` stands below the line), how ours differs from the paper's
 * and why, what each curve means, and what to expect.
 */
export default {
  gan: {
    formula: 'D ascends E log D(x) + E log(1 − D(G(z)))\nG ascends E log D(G(z))',
    differs:
      'D puts out a raw score, so that D(x) of the paper is σ of ours; the objective and penalties can be exchanged. Adam in the place of plain momentum.',
    curves:
      'Losses of both players with the theory’s values at equilibrium: 2 ln 2 for D, ln 2 for G. D(x) and D(G(z)) meet at ½ where D cannot tell. Gradient norms show who still learns.',
    expect: 'The losses do not fall: each player’s gain is the other’s loss. Look at the samples.',
  },
  dcgan: {
    formula: 'D ascends E log D(x) + E log(1 − D(G(z)))\nG ascends E log D(G(z))',
    differs:
      'A few channels instead of hundreds, kernels of 4 (divisible by the stride: no checkerboard), no batch normalization in D, so that a gradient penalty may go through it.',
    curves: 'As for the GAN.',
    expect: 'Pen digits and MNIST become readable within some thousand steps of batch 32.',
  },
  cgan: {
    formula: 'min_G max_D E log D(x|y) + E log(1 − D(G(z|y)|y))',
    differs:
      'The condition is joined to what both networks see as it is, without an embedding: as features to points, as whole maps to pictures. Generated samples take the conditions of the minibatch, so that D learns nothing from the conditions alone.',
    curves: 'As for the GAN; D(x) and D(G(z)) are those under the condition.',
    expect:
      'On pen digits the rows become ten different digits after about 200 steps, long before they are well written.',
  },
  acgan: {
    formula:
      'L_S = E log S(x) + E log(1 − S(G(z, y)))\nL_C = E log C(x)_y + E log C(G(z, y))_y\nD ascends L_S + L_C,  G ascends L_C − L_S',
    differs:
      'The class is joined to z one-hot, where the paper’s code multiplies z by an embedding; both heads are one dense layer on D’s trunk.',
    curves:
      '“class” is the cross-entropy of D’s class head, in nats: ln 10 = 2.3 is guessing, 0 is certainty. On real samples it shows whether D knows the classes, on generated ones whether G obeys.',
    expect:
      'On pen digits the class of nearly every row is right after 1,500 steps; digits of a class are more alike than a conditional GAN’s.',
  },
  sgan: {
    formula:
      'Z(x) = Σ_k exp l_k(x),   D(x) = Z / (Z + 1)\nD ascends E log D(x) + E log(1 − D(G(z))) + λ E log p(y|x),   the last where y is known\nG ascends E log D(G(z))',
    differs:
      'The first samples of each minibatch are those whose label is known, where the paper has a fixed hundred for the whole training; G plays for the chosen objective, with feature matching as a trick beside it.',
    curves:
      '“class, real” is the cross-entropy of the labels that D is told, in nats; “class, all” that of the whole minibatch, most of whose labels it never sees: measured only, no part of the loss. ln 10 = 2.3 is guessing, 0 is certainty.',
    expect:
      'On pen digits both class curves fall within some hundred steps, the untold close behind the told; the digits become readable as with DCGAN.',
  },
  infogan: {
    formula: 'min_G max_D V(D, G) − λ L_I,   L_I = E log Q(c|G(z, c)) + H(c)',
    differs:
      'Q is one dense layer on D’s trunk, without a hidden layer of its own; continuous codes have a Gaussian with σ = 1, so that their term is half a squared error.',
    curves:
      '“information” is the part of the category that Q can read from the sample, from below, in nats; ln 10 = 2.3 is all of it.',
    expect:
      'On pen digits each category becomes one shape after about 1,000 steps. Nobody told the classes: two categories may share a digit, and one may mix two.',
  },
  bigan: {
    formula: 'D ascends E log D(x, E(x)) + E log(1 − D(G(z), z))\nG and E play the same game with the labels turned',
    differs:
      'G and E are small and convolutional for pictures, D is dense on picture and code side by side; the prior is normal where the paper’s is uniform. R1 keeps D from telling pairs by the size of the codes alone.',
    curves:
      'D(x) is its belief in pairs (x, E(x)), D(G(z)) in pairs (G(z), z). They may stay far apart while reconstructions go on improving.',
    expect:
      'On pen digits most reconstructions are the right digit after 800 steps, roughly drawn; how it is written comes later.',
  },
  vaegan: {
    formula:
      'L_E = β KL(E(x) ‖ N(0, I)) + L_l\nL_l = −E log N(F(x); F(G(E(x))), I)\nG descends γ L_l − the game, D plays it against G(z) and G(E(x))',
    differs:
      'The features F are the input of D’s last layer, and the game is the chosen objective. Likeness counts more for E than for G.',
    curves:
      '“KL to the prior” is what the codes say, in nats; “unlikeness” the distance in D’s features, which are another yardstick every step, since D learns.',
    expect: 'Sharper than a VAE, and less faithful: strokes are right, the digit sometimes is not.',
  },
  aae: {
    formula: 'E and G descend ‖x − G(E(x))‖²\nD tells z ~ N(0, I) from codes E(x);  E fools D',
    differs:
      'The encoder is deterministic; its two roles have an optimizer each, since their gradients differ in size.',
    curves:
      'The loss of the autoencoder is the squared error per pixel. D(x) is D’s belief in draws from the prior, D(G(z)) in codes.',
    expect:
      'The latent map fills the dashed circles within some hundred steps, with the classes side by side and hardly a gap.',
  },
  autoencoder: {
    formula: 'E and G descend ‖x − G(E(x̃))‖,  x̃ = x or x corrupted',
    differs:
      'Convolutional for pictures. The perceptual loss compares features of a network of random filters, since no trained one is at hand.',
    curves: 'The loss alone: error per pixel in the chosen measure.',
    expect:
      'With two numbers per pen digit the squared error falls to about 0.16 after 800 steps. The manifold shows what decoding blindly gives: far from the codes of data, nothing.',
  },
  vae: {
    formula: 'E and G descend −E log p(x|z) + β KL(N(μ, σ²) ‖ N(0, I)),  z = μ + σ ε',
    differs:
      'Pixels between black and white count as probabilities of ink, as is usual; then the number is a bound of no true likelihood, but comparable with published ones.',
    curves:
      'The loss is the negative lower bound in nats per sample, and the two terms it consists of. KL near 0 means that codes say nothing.',
    expect:
      'With two numbers per pen digit about 170 nats after 1,000 steps. Published for MNIST after long training: about 150 with two numbers, 105 to 110 with twenty.',
  },
  glo: {
    formula: 'G and z_i descend Lap₁(G(z_i), x_i)\nz_i ← z_i / max(1, ‖z_i‖)\nz ~ the Gaussian that fits all z_i',
    differs:
      'Latents start at random on the unit sphere instead of at principal components of the pictures, and move ten times faster than G, as in the paper. Adam in the place of plain descent; the pyramid is made of block means instead of Gaussian blurs.',
    curves:
      'The loss alone: mean absolute differences at each size of the pyramid, added up. It is of training pictures; there is no way to encode others but to search.',
    expect:
      'Five hundred pen digits come back readable after 500 steps, and sharp after 4,000. Blind samples stay worse, however long it trains: the way between two digits leads through mixtures of both, and a Gaussian draws from there too.',
  },
  stackgan: {
    formula:
      'μ, σ = T(t),  c = μ + σ ε\nT descends −E log p(↓x|c) + λ KL(N(μ, σ²) ‖ N(0, I))\nD ascends E log D(x, t) + ½ E log(1 − D(G(z, c), t)) + ½ E log(1 − D(x, t′)),  t′ another caption\nG ascends E log D(G(z, c), t);  the same for D_II and G_II(G(z, c), c)',
    differs:
      'The reader of captions is small and learns beside the game, from 8 × 8 thumbnails of the pictures, where the paper’s was trained before. Both stages learn at once; no gradient leads from the second to the first, and the second adds corrections to it. D meets the caption in an inner product, where the paper joins it to D’s features.',
    curves:
      'Losses and gradients are of both stages together; D(x) and D(G(z)) are stage II’s. “KL to the prior” is what codes say of captions, in nats; the encoder’s loss is how surprised it is by the thumbnail, and that, per number of it.',
    expect:
      'On faces the colours of skin and hair follow the caption first; hats and glasses are small, and come later or not at all.',
  },
  lapgan: {
    formula:
      'I_0 = G(z),  l_k = ↑I_(k−1),  I_k = l_k + G_k(l_k, z_k)\nD_k ascends E log D_k(x_k, l_k) + E log(1 − D_k(I_k, l_k))\nG_k ascends E log D_k(I_k, l_k)',
    differs:
      'A quarter of the channels; the pyramid is made of block means instead of Gaussian blurs; the noise of a level is a few numbers for the whole picture instead of one for each cell. All levels learn at once, each from real coarse pictures, as in the paper.',
    curves: 'Losses and gradients are of all three games together; D(x) and D(G(z)) are those of the finest level.',
    expect:
      'The details come first, within some hundred steps (see “Details drawn”), since they follow from the coarse picture; which digit it is, the coarse level has to learn.',
  },
  cvae: {
    formula: 'E and G descend −E log p(x|z, y) + β KL(N(μ, σ²) ‖ N(0, I)),  μ, σ = E(x, y)',
    differs: 'The prior of z does not depend on the condition.',
    curves: 'As for the VAE; the KL term is smaller, since the condition need not be in the code.',
    expect: 'Each row is its digit from some hundred steps on; a column keeps slant and width through all rows.',
  },
  progan: {
    formula:
      'y_s = α toPicture_s(h_s) + (1 − α) ↑y_(s−1)\nL_D = −E log D(x) − E log(1 − D(G(z))) + γ/2 E ‖∇D(x)‖²\nL_G = −E log D(G(z))',
    differs:
      'The non-saturating game with R1 at ten times the rate, since the paper’s WGAN-GP (which you may choose) needs millions of pictures. A tenth of the channels and one convolution at each size where the paper has two; stages last as many iterations as you say. Adam keeps its memory from stage to stage.',
    curves:
      '“stage of growth” counts the sizes: between two whole numbers a size fades in. D’s loss falls anew at every stage, since there are new details to be told apart.',
    expect:
      'Early stages are quick, since their pictures are tiny: on faces, places and colours are there within a minute. Each further size brings details and costs about four times as much.',
  },
} as const;

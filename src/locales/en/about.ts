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
      'Losses of both players with the theory’s values at equilibrium: 2 ln 2 for D, ln 2 for G. D’s is the sum over real and generated samples; the fresh classifier’s log-loss is their average, ln 2. D(x) and D(G(z)) meet at ½ where D cannot tell. Gradient norms show who still learns.',
    expect: 'The losses do not fall: each player’s gain is the other’s loss. Look at the samples.',
  },
  dcgan: {
    formula: 'D ascends E log D(x) + E log(1 − D(G(z)))\nG ascends E log D(G(z))',
    differs:
      'Of the paper’s five rules, strided convolutions and leaky ReLU in D are kept. G has leaky ReLU too, and two hidden dense layers before its convolutions; D has no batch normalization, so that a gradient penalty may go through it, and is told the minibatch deviation. A few channels instead of hundreds, and strided kernels of 6 and 8, which the stride divides: no checkerboard.',
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
      'The loss alone: mean absolute differences at each size of the pyramid, added up. It is of training pictures; there is no way to encode others but to search, which takes 250 steps: “Take a real picture” in the latent space’s Paint does so.',
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
      'On faces the colours of skin and hair follow the caption within some hundred steps; hats, beards and dark glasses from about 1,000 on. The experiment plays for the hinge loss with spectral normalization, and shows averaged generators: without these, either stage speckles its pictures.',
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
  pix2pix: {
    formula: 'min_G max_D E log D(x, y) + E log(1 − D(x, G(x))) + λ E ‖y − G(x)‖₁',
    differs:
      'Pairs are made from any set of pictures: y is a picture of it, x what is left of y. The U-Net has two or three levels where the paper’s has eight, and D’s patches are as much smaller as the pictures are. Dropout is the only noise, as in the paper, but only while it trains.',
    curves:
      '“L1 to the target” is the mean error per number, of a range of 2. D(x) and D(G(z)) are D’s mean over all patches of real and of made pairs.',
    expect:
      'From grey, skin and background have their colours after some hundred steps. From lines, the face stands after 500; after 2,000 hair and background have one colour each, but which one, the lines do not say.',
  },
  cyclegan: {
    formula:
      'D_Y descends ½ E(D_Y(y) − 1)² + ½ E D_Y(G(x))²,   D_X likewise with F(y)\nG, F descend ½ E(D_Y(G(x)) − 1)² + ½ E(D_X(F(y)) − 1)² + λ (E ‖F(G(x)) − x‖₁ + E ‖G(F(y)) − y‖₁) + μ (E ‖G(y) − y‖₁ + E ‖F(x) − x‖₁)',
    differs:
      'The squares count half for G and F too, not only for D as in the paper, so that λ and μ weigh twice as much. U-Nets of two levels in the place of residual networks, and no memory of former translations for D, of which the paper keeps fifty: at these sizes neither was needed. In the plane there is no term μ, since a point of the other cloud is no worse for being moved.',
    curves:
      '“both cycles” is what is lost on the way there and back. D(x) and D(G(z)) are those of the game about y. A falling cycle with D(G(z)) near 0 is a G that leaves everything as it is.',
    expect:
      'The two moons are carried onto each other within 1,000 steps. Faces are given glasses from about 1,500 steps on; taking them off is harder, as what lies behind must be invented.',
  },
  discogan: {
    formula:
      'D_Y ascends E log D_Y(y) + E log(1 − D_Y(G(x))),   D_X likewise with F(y)\nG, F ascend E log D_Y(G(x)) + E log D_X(F(y)) − λ (E ‖F(G(x)) − x‖² + E ‖G(F(y)) − y‖²)',
    differs:
      'U-Nets in the place of an encoder and a decoder of eight layers; the loss on D’s features, which the paper’s program adds, is left out.',
    curves: 'As for CycleGAN; “both cycles” is a mean square.',
    expect:
      'Digits are turned to their negatives within 100 steps, roughly; then strokes become clean and the paper even. Which digit it is survives from the start: the way back asks for it.',
  },
  dualgan: {
    formula:
      'D_Y descends E D_Y(G(x)) − E D_Y(y), its weights clipped;   D_X likewise with F(y)\nG, F descend −E D_Y(G(x)) − E D_X(F(y)) + λ (E ‖F(G(x)) − x‖₁ + E ‖G(F(y)) − y‖₁)',
    differs:
      'λ is 20 where the paper has 100 to 1,000, since small critics pull less. The experiment of day and night has the gradient penalty in the place of clipping: clipped critics this small find any light too little, until only black and white are left.',
    curves:
      'D’s loss is the negative of the distance that the critics see; it rises to 0 as the domains meet. “both cycles” as for CycleGAN.',
    expect:
      'After about 500 steps it is dark at night; by day, colours come back from about 1,000 on, under a grid that the last layer of G leaves.',
  },
  deepfake: {
    formula: 'E, G, F descend E ‖G(E(x̃)) − x‖₁ + E ‖F(E(ỹ)) − y‖₁,   x̃, ỹ stretched at random',
    differs:
      'The program has 64 × 64 pictures, ten times the channels and a hundred times the steps, in which codes of both people come to mean the same. Ours are also held to the same mean and spread (“alignment”), so that minutes suffice. Nobody’s face is used: both people are drawn by program.',
    curves: '“codes apart” is how far the codes of the two people lie from each other: what is left of who it was.',
    expect:
      'Each person comes back as a blur after 100 steps. Swapped faces belong to the other person at once, and from about 400 steps on they turn and smile as the first one did.',
  },
  stylegan: {
    formula:
      'w = M(z),   G(w) scales and shifts each of its layers by A w + b\nL_D = −E log D(x) − E log(1 − D(G(w))) + γ/2 E ‖∇D(x)‖²\nL_G = −E log D(G(w))',
    differs:
      'M has one hidden layer where the paper has eight; nothing grows and no styles are mixed while it trains. D is DCGAN’s, told how much a few samples differ. While one only looks, the noise of the cells is 0.',
    curves: 'As for the GAN. The gradient norm of G is that of M and the synthesis network together.',
    expect:
      'Faces stand after about 800 steps. Then see “Styles mixed”: pose and shape follow the first layers, colours the last. Truncation near 0 shows the mean face, and below it everybody’s opposite.',
  },
  fanogan: {
    formula:
      'D ascends E log D(x) + E log(1 − D(G(z))),  G ascends E log D(G(z))\nE descends E ‖x − G(E(x))‖² + κ E ‖f(x) − f(G(E(x)))‖²,   f: features of D',
    differs:
      'AnoGAN searches the latent of each picture by descent; this one has an encoder. E learns beside G, where the paper waits until G has done. The last class of the data is left out, so that there is something to be found.',
    curves:
      'Losses of D and G as for the GAN. That of E is how far real pictures are from what comes back of them, in pixels and in D’s features; for one picture, it is how abnormal that is.',
    expect:
      'On pen digits without nines, normal digits come back after about 500 steps. A nine comes back as a three, a four, or with a dent: what differs is what was never learned.',
  },
  inspectors: {
    formula:
      'every D ascends its own objective on the same samples\nG descends the loss of the chosen one;   drawn: ‖∇_G L‖ under each',
    differs:
      'The paper argues with optimal discriminators; here they are trained, as many moves of D for each of G as you say.',
    curves:
      'Gradient norms of G’s weights under four objectives, from discriminators that have seen the same. Where the minimax line falls and the critic’s does not, the gradient has vanished.',
    expect:
      'Within 600 steps the minimax gradient falls to less than a thirtieth of what it was, the non-saturating one grows, and the critic’s stays; G, which plays by the first, stands still.',
  },
  dirac: {
    formula: 'x = 0,  G(z) = θ,  D(x) = ψ x\nL(θ, ψ) = f(ψ θ) + f(0),   f(t) = −log(1 + e^(−t))',
    differs: 'None: with two numbers the whole field can be drawn. Moves are simultaneous or in turn, as you choose.',
    curves: 'Losses and scores are those of one point; look at the path in the plane instead.',
    expect:
      'Without regularization the path circles the equilibrium and leaves it slowly; with a zero-centred penalty (R1) it spirals in; under the critic with clipped weights it never settles.',
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

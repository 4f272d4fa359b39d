/** Pictures that systems show of themselves beside their samples. */
export default {
  summary: '{{name}}, at iteration {{iteration}}.',
  choose: 'Picture of the system',
  samples: { name: 'Samples' },
  conditions: {
    name: 'By condition',
    says: 'The same latents under each condition: what a row has in common is the condition, what a column has in common is z.',
  },
  categories: {
    name: 'By category',
    says: 'The same noise under each category of the code: a row should be one kind of sample, although nobody named the kinds.',
  },
  sweeps: {
    name: 'Codes',
    says: 'One sample as each continuous code goes from −1.5 to 1.5, the rest of its latent as it is.',
  },
  readings: {
    name: 'Read',
    says: 'Real samples as D reads them: each is lit in the row of a class as brightly as D is sure of it.',
  },
  readingsOfG: {
    name: 'Read, generated',
    says: 'What G makes of fixed latents, lit in the row of each class as brightly as D is sure of it.',
  },
  reconstructions: {
    name: 'Reconstructions',
    says: 'Samples of the data, and what comes back of them through their codes.',
  },
  codes: {
    name: 'Latent map',
    says: 'Codes of real samples (their first two numbers) over the prior N(0, I), dashed at one, two and three standard deviations. Orange: how wide each posterior is, where codes are distributions.',
  },
  manifold: {
    name: 'Manifold',
    says: 'What the first two numbers of z mean: each place of the grid is equally likely under the prior, the others are 0.',
  },
  blind: {
    name: 'Blind samples',
    says: 'The same noise as latents of the Gaussian that fits the learned ones, and as it is, far outside their ball. Nobody taught G what lies between its latents: some of the first row are no digit, and more of the second.',
  },
  betweenKept: {
    name: 'Between two',
    says: 'From the latent of one training picture straight to that of another: both ends were learned, nobody taught what lies between.',
  },
  captions: {
    name: 'From captions',
    says: 'The same noise under each caption: what stage I draws at half the size, and below it what stage II makes of that. Other captions can be chosen in the latent space.',
  },
  levels: {
    name: 'Level by level',
    says: 'The same latents at every level: the smallest picture, and what each further level makes of the one before by adding details.',
  },
  refined: {
    name: 'Details drawn',
    says: 'Real pictures as small as the coarsest level sees them, what the further levels draw on these, and the pictures themselves.',
  },
  'swap-forth': {
    name: 'First as second',
    says: 'Pictures of the first person, as their own decoder gives them back, and as the decoder of the second draws the same code.',
  },
  'swap-back': {
    name: 'Second as first',
    says: 'Pictures of the second person, and what the first would have looked like.',
  },
  growth: {
    name: 'All sizes',
    says: 'The same latents at every size, as G drew them when it was no larger; sizes to which it has not grown yet repeat the present one.',
  },
  shown: {
    name: 'What D is shown',
    says: 'Real pictures, and the same as small as the present stage: while a size fades in, its details come in with it.',
  },
  styleMix: {
    name: 'Style mixing',
    says: 'Pictures A and B, and A with the styles of B at the coarse layers (the first size), the middle ones (the second), and the fine ones (all further).',
  },
  truncation: {
    name: 'Truncation',
    says: 'The same styles, pulled to the mean style by the factor ψ: at 0 all are the mean face, below 0 they are its opposite.',
  },
  normal: {
    name: 'Normal',
    says: 'Pictures like those of the training, what G makes of their codes, and where the two differ (black: nowhere).',
  },
  leftOut: {
    name: 'Left out',
    says: 'Pictures of the last class, which was left out of the training: G cannot draw them, and the difference shows it.',
  },
  forth: {
    name: 'There and back',
    says: 'Samples x of the first domain, what G makes of them, and what F makes of that: the last should be the first again.',
  },
  back: {
    name: 'Back and there',
    says: 'The other way round: samples y of the second domain, F(y), and G(F(y)).',
  },
  translations: {
    name: 'Translations',
    says: 'What G is given, what it makes of it, and the picture that it was made from.',
  },
  rows: {
    original: 'original',
    shown: 'as D sees it',
    reconstruction: 'reconstruction',
    fittedGaussian: 'fitted Gaussian',
    standardNormal: 'N(0, I)',
    stageOne: 'stage I',
    lowResolution: 'low resolution',
    withDetails: 'details drawn',
    swapped: 'swapped',
    difference: 'difference',
    styleA: 'A',
    styleB: 'B',
    coarse: 'coarse of B',
    middle: 'middle of B',
    fine: 'fine of B',
    input: 'input x',
    translation: 'G(x)',
    target: 'target y',
  },
} as const;

export default {
  empty: 'Here the data and what the generator makes of it will appear, as soon as the engine is ready.',
  layers: 'What is shown',
  layer: { real: 'Real', fake: 'Generated', score: 'D', optimal: 'Optimal D*' },
  savePicture: 'Save picture',
  real: 'real',
  generated: 'generated',
  critic: 'critic (own scale)',
  optimalEstimated: 'D*(x), estimated',
  captionLine: 'Purple: how far D takes x for real. Dashed: the best any D could do.',
  captionPlane:
    'Background: blue where D believes in real data, orange where it believes in generated data, no colour at ½.',
  captionCritic: 'Background: the critic’s score on its own scale, blue high, orange low.',
  captionPictures: 'The bar under each picture: how far D takes it for real. Point at one to see the number.',
  hoverLogit: 'D gives this picture a probability of {{value}} of being real.',
  hoverScore: 'The score of this picture is {{value}}.',
  summary1d:
    'Two histograms and the curve of D. Generated samples have mean {{mean}} and standard deviation {{sd}} {{unit}} at iteration {{iteration}}.',
  summary2d: '{{count}} generated points beside the real ones over the surface of D at iteration {{iteration}}.',
  summaryImages:
    'Generated pictures (D believes {{fake}} on average) beside real ones ({{real}}) at iteration {{iteration}}.',
} as const;

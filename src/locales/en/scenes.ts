/** Pictures that systems show of themselves beside their samples. */
export default {
  summary: '{{name}}, at iteration {{iteration}}.',
  choose: 'What the stage shows',
  samples: { name: 'Samples' },
  conditions: {
    name: 'By condition',
    says: 'The same latents under each condition: what a row has in common is the condition, what a column has in common is z.',
  },
  translations: {
    name: 'Translations',
    says: 'What G is given, what it makes of it, and the picture that it was made from.',
  },
  rows: {
    original: 'original',
    reconstruction: 'reconstruction',
    input: 'input x',
    translation: 'G(x)',
    target: 'target y',
  },
} as const;

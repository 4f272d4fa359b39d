/** Pictures that systems show of themselves beside their samples. */
export default {
  summary: '{{name}}, at iteration {{iteration}}.',
  choose: 'What the stage shows',
  samples: { name: 'Samples' },
  conditions: {
    name: 'By condition',
    says: 'The same latents under each condition: what a row has in common is the condition, what a column has in common is z.',
  },
  rows: { original: 'original', reconstruction: 'reconstruction' },
} as const;

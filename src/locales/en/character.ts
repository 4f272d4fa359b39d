export default {
  title: 'Character editor',
  random: 'Random face',
  sample: 'as networks see it',
  lines: 'as lines',
  drawing: 'Drawing …',
  vector: 'The face in {{count}} numbers: {{numbers}}',
} as const;

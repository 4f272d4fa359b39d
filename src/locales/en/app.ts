export default {
  name: 'Minimax',
  skip: 'Skip to the stage',
  stage: 'Stage',
  experiment: 'Experiment',
  measurements: 'Measurements',
  parts: 'Parts of the page',
  regionFault: 'The part “{{part}}” stopped with a fault of the program: {{message}}. The run goes on.',
  retry: 'Show it again',
} as const;

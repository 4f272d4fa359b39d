export default {
  title: 'Time machine',
  slider: 'Moment of the run',
  at: 'iteration {{iteration}}',
  of: '{{iteration}} of {{last}}',
  replay: 'Replay what happened',
  stop: 'Stop the replay',
  speed: 'Moments a second',
  rate: '{{rate}} moments a second',
  present: 'Back to the newest moment',
  kept: '{{count}} moments kept, {{used}} of {{budget}} MB. Drag to go back.',
  past: 'You see an earlier moment. Play or change anything to go on from here: what came after stays at hand.',
  swap: 'Back to the other course, up to iteration {{iteration}}',
} as const;

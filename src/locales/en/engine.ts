export default {
  names: { auto: 'Auto', replay: 'Replay', webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' },
  /** Why this engine runs. */
  reasons: {
    forced: 'You chose this engine.',
    onlyOne: 'It is the only engine that runs here.',
    tinyNets: 'These networks are so small that starting work on a GPU would cost more than the work itself.',
    noGpu: 'No GPU is at hand that could train this run, so it trains on the processor.',
    softwareGl:
      'WebGL is only simulated in software here, which is slower than the processor itself, so it was not timed.',
    measured: 'Both were timed on this run, and the faster one runs.',
    starting: 'It starts at once. WebGL is timed on the side, and the run moves there if that is clearly faster.',
    notReplayed: 'The steps of this run cannot be replayed, so every operation runs by itself, which is slower.',
    fallback: 'The engine that was meant did not start, so this one took its place.',
  },
} as const;

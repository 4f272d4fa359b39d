import core from 'plotly.js/lib/core';
import scatter from 'plotly.js/lib/scatter';

core.register([scatter]);

/** Our bundle of plotly.js: the core and lines. It is a chunk of its own, loaded after the run has begun. */
export default core;

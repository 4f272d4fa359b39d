import app from './app';
import bar from './bar';
import charts from './charts';
import controls from './controls';
import data from './data';
import datasets from './datasets';
import diagnosis from './diagnosis';
import engine from './engine';
import game from './game';
import objectives from './objectives';
import params from './params';
import presets from './presets';
import problems from './problems';
import quality from './quality';
import stage from './stage';
import systems from './systems';
import time from './time';

/** English, the truth: every other language has the same keys. One file per part of the app. */
const en = {
  app,
  bar,
  charts,
  controls,
  data,
  datasets,
  diagnosis,
  engine,
  game,
  objectives,
  params,
  presets,
  problems,
  quality,
  stage,
  systems,
  time,
} as const;

export default en;

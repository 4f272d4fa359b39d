import about from './about';
import app from './app';
import bar from './bar';
import character from './character';
import charts from './charts';
import controls from './controls';
import data from './data';
import datasets from './datasets';
import diagnosis from './diagnosis';
import duel from './duel';
import engine from './engine';
import faces from './faces';
import game from './game';
import latent from './latent';
import objectives from './objectives';
import params from './params';
import presets from './presets';
import problems from './problems';
import quality from './quality';
import scenes from './scenes';
import stage from './stage';
import systems from './systems';
import time from './time';

/** English, the truth: every other language has the same keys. One file per part of the app. */
const en = {
  about,
  app,
  bar,
  character,
  charts,
  controls,
  data,
  datasets,
  diagnosis,
  duel,
  engine,
  faces,
  game,
  latent,
  objectives,
  params,
  presets,
  problems,
  quality,
  scenes,
  stage,
  systems,
  time,
} as const;

export default en;

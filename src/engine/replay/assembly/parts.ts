import { convolutionPart, prepareConvolution } from './convolution';
import { productPart } from './product';
import {
  claim,
  finish,
  instruction,
  isAlone,
  isRunning,
  join,
  offer,
  part,
  parts,
  setRunning,
  sleep,
  waitForAll,
} from './team';
import { word } from './vector';

const PRODUCT: i32 = 1;

/** Looks for work before a thread that finds none goes to sleep: about a tenth of a millisecond. */
const PATIENCE: i32 = 20_000;

/** Makes this thread, which runs the programs, one that shares; `at`: the block that threads talk through. */
export function lead(at: usize): void {
  join(at);
  setRunning(false);
}

/** A product or a convolution, in as many parts as its last word says, with whoever is there. */
export function runShared(at: usize): void {
  if (word(at, 0) !== PRODUCT) prepareConvolution(at);
  const count = word(at, word(at, 1) - 1);
  if (isAlone() || count === 1) {
    for (let index = 0; index < count; index++) runPart(at, index, count, 0);
    return;
  }
  offer(at, count);
  while (claim()) {
    runPart(instruction, part, parts, 0);
    finish(false);
  }
  waitForAll();
}

/** Helps the thread that leads, for ever. `thread`: 1, 2, …, by which each has scratch memory of its own. */
export function help(at: usize, thread: i32): void {
  join(at);
  let patience = PATIENCE;
  for (;;) {
    if (claim()) {
      runPart(instruction, part, parts, thread);
      finish(true);
      patience = PATIENCE;
    } else if (!isRunning() && --patience < 0) {
      sleep();
      patience = PATIENCE;
    }
  }
}

function runPart(at: usize, index: i32, count: i32, thread: i32): void {
  if (word(at, 0) === PRODUCT) productPart(at, index, count, thread);
  else convolutionPart(at, index, count, thread);
}

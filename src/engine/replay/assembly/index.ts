import { runElementwise } from './elementwise';
import { runShared } from './parts';
import { runRearrange } from './rearrange';
import { runReduce } from './reduce';
import { setRunning } from './team';
import { word } from './vector';

export { help, lead } from './parts';
export { fillNormal, fillUniform } from './random';

/**
 * Runs a program: instructions one after the other, each [operation, length in words, operands …]. All addresses are
 * bytes in the imported memory.
 */
export function run(program: usize, words: i32): void {
  setRunning(true);
  const end = program + ((<usize>words) << 2);
  for (let at = program; at < end; at += (<usize>word(at, 1)) << 2) {
    switch (word(at, 0)) {
      case 1:
        runShared(at);
        break;
      case 2:
        runElementwise(at);
        break;
      case 3:
        runReduce(at);
        break;
      case 4:
        runRearrange(at);
        break;
      case 5:
        runShared(at);
        break;
      default:
        unreachable();
    }
  }
  setRunning(false);
}

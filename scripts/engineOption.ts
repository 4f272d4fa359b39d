import { ENGINES, type EngineName } from '../src/core/run';

/** The engine of that name; throws a sentence that names those there are. `auto` is none: a measurement says what it ran on. */
export function engineOption(name: string): EngineName {
  const found = ENGINES.find((one) => one === name);
  if (!found || found === 'auto') {
    throw new Error(`there is no engine ${name}; there are: ${ENGINES.filter((one) => one !== 'auto').join(', ')}`);
  }
  return found;
}

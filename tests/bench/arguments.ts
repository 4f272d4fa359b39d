import { parseArgs } from 'node:util';
import { CASE_NAMES, type CaseName } from './cases';
import { type BenchEngineName, ENGINE_NAMES } from './engines/types';

/** What the command line asks for. */
export interface BenchArguments {
  cases: readonly CaseName[];
  /** Null: all that the place has. */
  engines: readonly BenchEngineName[] | null;
  chromium: boolean;
  /** Chromium draws on the machine's GPU. */
  gpu: boolean;
  json: boolean;
  windows: number;
  /** Length of a window, seconds. */
  seconds: number;
  help: boolean;
}

export const USAGE = `npm run bench -- [--cases ${CASE_NAMES.join(',')}] [--engines ${ENGINE_NAMES.join(',')}]
                [--chromium [--gpu]] [--windows 5] [--seconds 1] [--json]`;

/** An argument that cannot be taken; the message is one line for people. */
export class ArgumentProblem extends Error {}

const string = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  cases: string,
  engines: string,
  windows: string,
  seconds: string,
  chromium: flag,
  gpu: flag,
  json: flag,
  help: flag,
};

/** Reads the arguments; throws `ArgumentProblem` for anything unknown. */
export function parseBenchArguments(argv: readonly string[]): BenchArguments {
  const values = read(argv);
  return {
    cases: names('case', values.cases, CASE_NAMES) ?? CASE_NAMES,
    engines: names('engine', values.engines, ENGINE_NAMES),
    chromium: values.chromium ?? values.gpu ?? false,
    gpu: values.gpu ?? false,
    json: values.json ?? false,
    help: values.help ?? false,
    windows: number('windows', values.windows ?? '5', (value) => Number.isInteger(value) && value >= 1 && value <= 99),
    seconds: number('seconds', values.seconds ?? '1', (value) => value > 0 && value <= 60),
  };
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (thrown) {
    throw new ArgumentProblem((thrown as Error).message.split('\n')[0]);
  }
}

function names<T extends string>(what: string, text: string | undefined, known: readonly T[]): readonly T[] | null {
  if (text === undefined) return null;
  const wanted = text.split(',').map((name) => name.trim());
  for (const name of wanted) {
    if (!(known as readonly string[]).includes(name)) {
      throw new ArgumentProblem(`There is no ${what} "${name.slice(0, 60)}"; there are ${known.join(', ')}.`);
    }
  }
  return known.filter((name) => wanted.includes(name));
}

function number(name: string, text: string, fits: (value: number) => boolean): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || !fits(value)) {
    throw new ArgumentProblem(`--${name} cannot be "${text.slice(0, 60)}".`);
  }
  return value;
}

import { parseArgs } from 'node:util';
import { Problem } from '../core/problem';
import { ENGINES, type EngineChoice } from '../core/run';

/** What the command line asks for. */
export type Arguments =
  | { task: 'help' }
  | { task: 'list' }
  | {
      task: 'train';
      preset: string | null;
      config: string | null;
      seed: number | null;
      steps: number;
      engine: EngineChoice | null;
      samples: number | null;
      out: string;
    };

export const USAGE = `npm run train -- (--preset NAME | --config FILE) [--seed N] [--steps N] [--engine NAME] [--samples N] --out DIR
npm run train -- --list`;

/** Reads the arguments; throws a `Problem` for anything it does not know. */
export function parseArguments(argv: readonly string[]): Arguments {
  const values = parse(argv);
  if (values.help) return { task: 'help' };
  if (values.list) return { task: 'list' };
  if ((values.preset === undefined) === (values.config === undefined)) throw new Problem('cli.presetOrConfig');
  if (values.out === undefined) throw new Problem('cli.out');
  return {
    task: 'train',
    preset: values.preset ?? null,
    config: values.config ?? null,
    seed: whole('seed', values.seed, 0),
    steps: whole('steps', values.steps, 1) ?? 2000,
    engine: engine(values.engine),
    samples: whole('samples', values.samples, 1, 1_000_000),
    out: values.out,
  };
}

function parse(argv: readonly string[]) {
  const string = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        preset: string,
        config: string,
        seed: string,
        steps: string,
        engine: string,
        samples: string,
        out: string,
        list: flag,
        help: flag,
      },
    }).values;
  } catch (thrown) {
    throw new Problem('cli.arguments', { message: (thrown as Error).message.split('\n')[0] as string });
  }
}

function whole(name: string, text: string | undefined, min: number, max = Number.MAX_SAFE_INTEGER): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < min || value > max) {
    throw new Problem('cli.whole', { name, found: text.slice(0, 60), min, max });
  }
  return value;
}

function engine(text: string | undefined): EngineChoice | null {
  if (text === undefined) return null;
  if (!(ENGINES as readonly string[]).includes(text)) {
    throw new Problem('param.choice', { name: 'engine', found: text.slice(0, 60), options: ENGINES.join(', ') });
  }
  return text as EngineChoice;
}

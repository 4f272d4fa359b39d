/**
 * Whether replayed moves do what eager ones do: random runs of every system, objective, penalty and kind of data, with
 * random networks, data, batch sizes and parameters, compared in their losses, raw gradients and after 20 iterations.
 *
 * `npm run replay-check -- --runs 200` (`--seed 1`, `--only "gan, wgan"`); with `--table`, who is replayed and who is not.
 *
 * A quantity passes within 1e-5 of the eager one (1e-3 after 20 iterations), or where its error against double precision
 * is at most four times eager's. Both modules of kernels have turns.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { Problem } from '../src/core/problem';
import type { RunConfig } from '../src/core/run';
import type { MakeExecutor } from '../src/engine/replay/executor';
import { makeWasmExecutor } from '../src/engine/replay/wasmExecutor';
import { type Combination, combinations, configs, defaults, mustReplay, nameOf } from '../tests/support/replay/cases';
import { refusalOf, startAll, trial } from '../tests/support/replay/trial';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    table: { type: 'boolean', default: false },
  },
});

const modules = ['kernels', 'kernels-relaxed']
  .map((name) => readFileSync(`src/engine/replay/wasm/${name}.wasm`))
  .filter((bytes) => WebAssembly.validate(bytes))
  .map((bytes) => makeWasmExecutor(new WebAssembly.Module(bytes)));

const tally = { compared: 0, doubtful: 0, untrainable: 0, refused: 0, bad: 0 };

async function check(combination: Combination, config: RunConfig, makeExecutor: MakeExecutor): Promise<void> {
  const complain = (what: string): void => {
    tally.bad += 1;
    console.log(`${nameOf(combination)}: ${what}\n${JSON.stringify(config)}`);
  };
  try {
    const findings = await trial(config, makeExecutor);
    if (!findings) tally.untrainable += 1;
    for (const { name, difference, errors, good } of findings ?? []) {
      tally.compared += 1;
      if (errors) tally.doubtful += 1;
      const shown = [difference, errors?.replay, errors?.eager].map((value) => value?.toExponential(1));
      if (!good) complain(`${name} differs by ${shown[0]}; errors: replay ${shown[1]}, eager ${shown[2]}`);
    }
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    tally.refused += 1;
    if (mustReplay(combination)) complain(`${thrown.code} ${JSON.stringify(thrown.values)}`);
  }
}

async function checkAll(given: readonly Combination[]): Promise<boolean> {
  const shuffled = fc.shuffledSubarray([...given], { minLength: given.length });
  const [all] = fc.sample(shuffled, { numRuns: 1, seed: Number(options.seed) }) as [Combination[]];
  const runs = Number(options.runs);
  for (let i = 0; i < runs; i++) {
    const combination = all[i % all.length] as Combination;
    const [config] = fc.sample(configs(combination), { numRuns: 1, seed: Number(options.seed) + i }) as [RunConfig];
    await check(combination, config, modules[i % modules.length] as MakeExecutor);
  }
  console.log(
    `${runs} runs, ${modules.length} modules, ${all.length} combinations: ${tally.compared} quantities compared, ` +
      `${tally.doubtful} of them against double precision, ${tally.bad} wrong; ${tally.refused} runs not replayed, ` +
      `${tally.untrainable} that TensorFlow.js cannot differentiate`,
  );
  return tally.bad === 0;
}

async function table(all: readonly Combination[]): Promise<boolean> {
  const rows: Record<string, Record<string, string>> = {};
  let good = true;
  for (const combination of all) {
    const { system, kind, choices } = combination;
    const refusal = await refusalOf(defaults(combination), modules[0] as MakeExecutor);
    good &&= refusal === null || !mustReplay(combination);
    const verdict = refusal ? `eager: ${refusal.code} ${JSON.stringify(refusal.values)}` : 'replayed';
    const name = [system.id, ...Object.values(choices)].join(', ');
    rows[name] = { ...rows[name], [kind]: verdict };
  }
  console.table(rows);
  return good;
}

async function main(): Promise<boolean> {
  await startAll();
  const all = combinations().filter((one) => nameOf(one).includes(options.only));
  if (all.length === 0) throw new Error(`there is no "${options.only}"`);
  return options.table ? table(all) : checkAll(all);
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (thrown) => {
    console.error(thrown);
    process.exit(2);
  },
);

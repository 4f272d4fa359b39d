import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { makeWasmExecutor } from '../src/engine/replay/wasmExecutor';
import { combinations, configs, nameOf } from '../tests/support/replay/cases';
import { startAll, trial } from '../tests/support/replay/trial';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
  },
});
const wasm = new WebAssembly.Module(readFileSync('src/engine/replay/wasm/kernels.wasm'));
const make = makeWasmExecutor(wasm);
await startAll();
const all = combinations().filter((c) => !options.kind || options.kind === c.kind);
const start = Date.now();
for (let i = 0; i < Number(options.runs); i++) {
  const combination = all[i % all.length]!;
  const [config] = fc.sample(configs(combination), { numRuns: 1, seed: Number(options.seed) + i });
  try {
    const findings = await trial(config!, make);
    const bad = findings.filter((f) => !f.good);
    console.log(i, nameOf(combination), findings.length, 'checked', findings.filter((f) => f.errors).length, 'doubtful', bad.length ? JSON.stringify(config) : '');
    for (const f of bad) console.log(`   BAD ${f.name} d ${f.difference.toExponential(1)} replay ${f.errors!.replay.toExponential(1)} eager ${f.errors!.eager.toExponential(1)}`);
  } catch (thrown) {
    console.log(i, nameOf(combination), 'THROWN', (thrown as Error).stack?.slice(0,600), JSON.stringify(config));
  }
}
console.log((Date.now() - start) / 1000, 's');
process.exit(0);

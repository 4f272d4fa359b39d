import { readFileSync } from 'node:fs';
import { setBackend } from '@tensorflow/tfjs-core';
import { Interpreter } from '../src/engine/replay/interpreter';
import { makeWasmExecutor } from '../src/engine/replay/wasmExecutor';
import { startAll, train } from '../tests/support/replay/trial';
const wasm = makeWasmExecutor(new WebAssembly.Module(readFileSync('src/engine/replay/wasm/kernels.wasm')));
const lines = readFileSync('/tmp/rc2.txt', 'utf8').split('\n');
const norm = (x: Float32Array) => Math.sqrt(x.reduce((s, v) => s + v * v, 0));
const dist = (a: Float32Array, b: Float32Array) => norm(a.map((x, i) => x - b[i]!));
await startAll();
for (const id of process.argv.slice(2)) {
  const line = lines.find((l) => l.startsWith(id + ' '))!;
  const config = JSON.parse(line.slice(line.indexOf('{')));
  const sums: Record<string, number[]> = {};
  for (let seed = 0; seed < 30; seed++) {
    const c = { ...config, seed: config.seed + seed };
    const truth = (await train(c, 'double')).first;
    const results = [(await train(c, 'wasm')).first, (await train(c, 'cpu')).first, (await train(c, 'cpu', (s: any) => new Interpreter(s))).first, (await train(c, 'cpu', wasm)).first];
    for (const [name, q] of truth) {
      const row = (sums[name] ??= [0, 0, 0, 0]);
      results.forEach((r, i) => (row[i]! += (dist(r.get(name)!.numbers, q.numbers) / q.whole) ** 2 / 30));
    }
  }
  console.log(id, 'rms errors: eager wasm, eager cpu, interpreter, replay');
  for (const [name, row] of Object.entries(sums)) console.log('  ', name, row.map((x) => Math.sqrt(x).toExponential(1)).join(' '));
}
process.exit(0);

/**
 * Our kernels of the WASM backend beside its own: `node scripts/run.mjs tests/bench/engine.ts`.
 *
 * Times are CPU time of this process, least of several rounds: on a machine that does other work too, a clock on the
 * wall would measure the neighbours. One table of single products as `dcgan-small` has them, one of whole iterations.
 */
import { sizeOf } from '../../src/core/shape';
import '@tensorflow/tfjs-backend-wasm';
import {
  conv2d,
  conv2dTranspose,
  dispose,
  getKernel,
  grad,
  type KernelConfig,
  matMul,
  mean,
  registerKernel,
  type Tensor,
  type Tensor4D,
  tensor,
  tidy,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { Stream } from '../../src/core/random';
import { startEngine } from '../../src/engine/start';
import { OWN_KERNELS } from '../../src/engine/wasmKernels';
import { folderStore } from '../../src/headless/folderStore';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';

type Kernels = readonly KernelConfig[];

const present = (): Kernels => OWN_KERNELS.map((name) => getKernel(name, 'wasm')).filter((one) => one !== undefined);

const stock = present();
await startEngine('wasm', nodeEngines);
const own = present();
const lacking = own.filter(({ kernelName }) => !stock.some((one) => one.kernelName === kernelName));

function use(kernels: Kernels): void {
  for (const { kernelName } of present()) unregisterKernel(kernelName, 'wasm');
  for (const kernel of kernels) registerKernel(kernel);
}

const ROUNDS = 7;
const ROUND_MS = 150;

/** Milliseconds of CPU time that one call takes, or null where the kernels are missing. */
function cost(work: () => void, rounds = ROUNDS, roundMs = ROUND_MS): number | null {
  try {
    work();
  } catch {
    return null;
  }
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    let calls = 0;
    let spent = 0;
    while (spent < roundMs * 1000) {
      work();
      calls += 1;
      const { user, system } = process.cpuUsage(start);
      spent = user + system;
    }
    best = Math.min(best, spent / calls / 1000);
  }
  return best;
}

const digits = (value: number | null): string => (value === null ? 'missing' : value.toFixed(3));
const compare = (before: number | null, after: number | null) => ({
  stock: digits(before),
  ours: digits(after),
  ratio: before !== null && after !== null ? (before / after).toFixed(2) : '—',
});

type Shape4 = [number, number, number, number];

const stream = new Stream(1, 'bench');
const normal = (...shape: number[]): Tensor => tensor(stream.fillNormal(new Float32Array(sizeOf(shape))), shape);

/** The products of `dcgan-small` at batch 32, forward and backward. */
function products(): Record<string, () => Tensor> {
  const pictures = normal(32, 14, 14, 16) as Tensor4D;
  const filter = normal(4, 4, 16, 32) as Tensor4D;
  const turned = normal(4, 4, 32, 64) as Tensor4D; // [height, width, out, in]
  const small = normal(32, 7, 7, 64) as Tensor4D;
  const one = normal(32, 28, 28, 1) as Tensor4D;
  const first = normal(4, 4, 1, 16) as Tensor4D;
  const latent = normal(32, 64);
  const weights = normal(64, 3136);
  const wide: Shape4 = [32, 14, 14, 32];
  const of = (x: Tensor) => x as Tensor4D;
  return {
    'conv 14²·16 → 7²·32': () => conv2d(pictures, filter, 2, 'same'),
    '  ∂ input': () => grad((x) => conv2d(of(x), filter, 2, 'same'))(pictures),
    '  ∂ filter': () => grad((w) => conv2d(pictures, of(w), 2, 'same'))(filter),
    'conv 28²·1 → 14²·16, ∂ filter': () => grad((w) => conv2d(one, of(w), 2, 'same'))(first),
    'convTranspose 7²·64 → 14²·32': () => conv2dTranspose(small, turned, wide, 2, 'same'),
    '  ∂ filter ': () => grad((w) => conv2dTranspose(small, of(w), wide, 2, 'same'))(turned),
    'dense 64 → 3136': () => matMul(latent, weights),
    '  ∂ weights': () => grad((w) => matMul(latent, w))(weights),
    '  ∂ input ': () => grad((x) => matMul(x, weights))(latent),
    'mean over positions 14²·16': () => mean(pictures, [0, 1, 2]),
  };
}

const rows = Object.entries(products()).map(([name, product]) => {
  const run = () => dispose(tidy(product));
  use(stock);
  const before = cost(run);
  use(own);
  return [name, compare(before, cost(run))] as const;
});
console.log('CPU milliseconds a call');
console.table(Object.fromEntries(rows));

/** Iterations (all turns once) per second of CPU time, for presets that need no files. */
async function iterations(preset: string): Promise<readonly [string, Record<string, string>]> {
  const found = catalog.presets.find(({ id }) => id === preset);
  if (!found) throw new Error(`no preset ${preset}`);
  const session = await openSession({ ...found.config, engine: 'wasm' }, folderStore());
  const rate = (kernels: Kernels): string => {
    use(kernels);
    const ms = cost(() => session.trainer.iterate(), 3, 1500);
    return ms === null ? 'cannot train' : (1000 / ms).toFixed(1);
  };
  const row = { stock: rate(stock), 'stock + what it lacks': rate([...stock, ...lacking]), ours: rate(own) };
  session.dispose();
  return [preset, row];
}

console.log('Iterations per CPU second');
console.table(Object.fromEntries([await iterations('pen-digits-dcgan'), await iterations('ring')]));

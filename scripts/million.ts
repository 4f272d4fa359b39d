/**
 * A million iterations of the smallest case of the benchmark on the replay engine: whether memory stays flat to the byte,
 * whether every recorded loss is a number, and whether a snapshot at the end resumes with the same bits.
 *
 * `npm run million` (`-- --steps 1000000`)
 */
import { parseArgs } from 'node:util';
import { memory } from '@tensorflow/tfjs-core';
import type { Executor, MakeExecutor } from '../src/engine/replay/executor';
import { startEngine } from '../src/engine/start';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { captureRun, packSnapshot, type RunState, unpackSnapshot } from '../src/training/snapshot';
import { openSession, type Session } from '../src/worker/session';
import { caseNamed } from '../tests/bench/cases';

const LOOKS = 10;
/** Iterations between two reads of the losses, about as many as the app trains in a slice. */
const SLICE = 400;
const NEXT = 20;

const { values: options } = parseArgs({ options: { steps: { type: 'string', default: '1000000' } } });
const steps = Number(options.steps);
if (!Number.isInteger(steps) || steps < LOOKS) throw new Error(`--steps must be a whole number of at least ${LOOKS}`);

const { config } = caseNamed('toy-8');
const engine = await startEngine('replay', nodeEngines);
let executor: Executor | undefined;
const makeExecutor: MakeExecutor = (state) => {
  executor = (engine.makeExecutor as MakeExecutor)(state);
  return executor;
};

/** Bytes and tensors at present. */
function look(iteration: number, started: number) {
  globalThis.gc?.();
  const { numTensors, numBytes } = memory();
  return {
    iteration,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    'WASM memory': executor?.state('G/theta').buffer.byteLength ?? 0,
    'of which used': executor?.bytes ?? 0,
    tensors: numTensors,
    'bytes of tensors': numBytes,
    'JS heap': process.memoryUsage().heapUsed,
  };
}

/** Every recorded value of the next iterations, and the weights after them, bit for bit. */
async function next({ trainer }: Session): Promise<string> {
  const bits = (numbers: Iterable<number>) => new Int32Array(Float32Array.from(numbers).buffer).join(' ');
  for (let i = 0; i < NEXT; i++) trainer.iterate();
  const points = (await trainer.recorder.flush()).map(({ iteration, values }) => `${iteration}: ${bits(values)}`);
  return [...points, ...Object.values(await trainer.captureState()).map(bits)].join('\n');
}

const session = await openSession(config, folderStore(), undefined, makeExecutor);
const { trainer } = session;
const started = performance.now();
const looks: ReturnType<typeof look>[] = [];
for (let i = 1; i <= steps; i++) {
  trainer.iterate();
  if (i % SLICE === 0) await trainer.recorder.flush();
  if (i === SLICE || i % Math.floor(steps / LOOKS) === 0) looks.push(look(i, started));
}
await trainer.recorder.flush();
console.table(looks);

const file = packSnapshot(await captureRun(trainer, 'replay'));
const { bad } = trainer.recorder;
const expected = await next(session);
session.dispose();
const resumed = await openSession(config, folderStore(), unpackSnapshot(file) as RunState, makeExecutor);
const exact = (await next(resumed)) === expected;
resumed.dispose();

const flat = (['WASM memory', 'of which used', 'tensors', 'bytes of tensors'] as const).every(
  (name) => new Set(looks.map((one) => one[name])).size === 1,
);
console.log(`memory of the module and of tensors flat to the byte: ${flat}`);
console.log(bad ? `not a number: ${bad.curve} at ${bad.iteration}` : 'every recorded loss a number: true');
console.log(`a snapshot of ${file.length} bytes resumes with the same bits over ${NEXT} iterations: ${exact}`);
process.exit(flat && !bad && exact ? 0 : 1);

import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { Problem } from '../../../src/core/problem';
import type { RunConfig } from '../../../src/core/run';
import type { MakeExecutor } from '../../../src/engine/replay/executor';
import { startEngine } from '../../../src/engine/start';
import { nodeEngines } from '../../../src/headless/nodeEngines';
import { Optimizer } from '../../../src/nn/optimizers';
import { openSession, type Session } from '../../../src/worker/session';
import { emptyStore } from '../stores';
import { DOUBLE, registerDouble } from './doubleBackend';

/** Numbers that are compared as one, and the size of what they are a part of. */
interface Quantity {
  numbers: Float32Array;
  /** Of a tensor's gradient: norm of the network's whole gradient. Of a loss: size of the mean scores it is made of. */
  whole: number;
}

type Quantities = ReadonlyMap<string, Quantity>;

/** How far a replayed quantity is from the eager one. */
export interface Finding {
  name: string;
  /** ‖replay − eager‖ / ‖eager‖ */
  difference: number;
  /** Errors against double precision, as shares of the whole; null where the difference is small enough without. */
  errors: { replay: number; eager: number } | null;
  good: boolean;
}

/** Largest relative differences after one iteration and after twenty. */
const CLOSE = { first: 1e-5, last: 1e-3 } as const;
/** How many times eager's error a replayed quantity may be wrong where the difference is larger. */
const TIMES = 4;
/** One unit of rounding of the whole: what is truly zero consists of nothing else. */
const UNIT = 2 ** -23;
const ITERATIONS = 20;
/** Seeds that may be asked for eager's usual errors. */
const OTHERS = 12;

/** The backends on which moves run eagerly: one of them may be exact by luck. */
const EAGER = ['wasm', 'cpu'] as const;

/** Starts what {@link trial} needs. */
export async function startAll(): Promise<void> {
  registerDouble();
  for (const name of EAGER) await startEngine(name, nodeEngines);
}

/**
 * Trains one run eagerly and replayed. Null where it cannot be trained at all: TensorFlow.js fails at some second
 * derivatives of networks without a bend. Throws a `Problem` `replay.…` where the run cannot be replayed.
 */
export async function trial(config: RunConfig, replay: MakeExecutor): Promise<Finding[] | null> {
  const eager = await train(config, EAGER[0]).catch((thrown: Error) => {
    if (thrown instanceof TypeError) return null;
    throw thrown;
  });
  if (!eager) return null;
  const replayed = await train(config, EAGER[0], ITERATIONS, replay);
  const findings: Finding[] = [];
  for (const at of ['first', 'last'] as const) {
    if (diverged(eager[at])) {
      // Some kernels lose a NaN on their way, so that only the whole can be compared.
      findings.push({ name: `divergence, ${at}`, difference: 0, errors: null, good: diverged(replayed[at]) });
      continue;
    }
    const reference = once(() => errorsOfEager(config, at));
    // Eager may be exact by luck (where a gradient is what is left of a cancellation, errors of one run in ten are a tenth
    // of the usual), so that its errors from other seeds count too where that matters; not where it diverges.
    const others = once(async () => {
      const all = [];
      for (let n = 1; n <= OTHERS; n++) all.push(await errorsOfEager({ ...config, seed: config.seed + n }, at));
      return all;
    });
    for (const [name, { numbers, whole }] of eager[at]) {
      const own = numbersOf(replayed[at], name);
      const difference = distance(own, numbers) / (norm(numbers) || 1);
      if (difference <= CLOSE[at]) findings.push({ name, difference, errors: null, good: true });
      else {
        const { errors: known, truth } = await reference();
        const errors = { replay: distance(own, numbersOf(truth, name)) / whole, eager: known.get(name) as number };
        if (!fits(errors)) {
          errors.eager = Math.max(
            errors.eager,
            ...(await others()).map(({ errors: more }) => more.get(name) as number).filter(Number.isFinite),
          );
        }
        findings.push({ name, difference, errors, good: fits(errors) });
      }
    }
  }
  return findings;
}

const diverged = (quantities: Quantities): boolean =>
  [...quantities.values()].some(({ numbers }) => !numbers.every(Number.isFinite));

/** Where eager itself is nowhere near double precision, there is nothing to be compared. */
const fits = ({ replay, eager }: { replay: number; eager: number }): boolean =>
  replay <= TIMES * eager + UNIT || eager > CLOSE.last;

/** The larger error of both eager backends, by quantity, as shares of the whole. */
async function errorsOfEager(config: RunConfig, at: 'first' | 'last') {
  const iterations = at === 'first' ? 1 : ITERATIONS;
  const truth = (await train(config, DOUBLE, iterations))[at];
  const errors = new Map<string, number>();
  for (const backend of EAGER) {
    for (const [name, { numbers, whole }] of (await train(config, backend, iterations))[at]) {
      const error = distance(numbers, numbersOf(truth, name)) / whole;
      errors.set(name, Math.max(errors.get(name) ?? 0, error));
    }
  }
  return { truth, errors };
}

/** Why that run cannot be replayed; null where it can. */
export async function refusalOf(config: RunConfig, replay: MakeExecutor): Promise<Problem | null> {
  try {
    (await openSession(config, emptyStore, undefined, replay)).dispose();
    return null;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code.startsWith('replay.')) return thrown;
    throw thrown;
  }
}

/** What a run on that backend says of itself after its first iteration and after its last. */
async function train(config: RunConfig, backend: string, iterations = ITERATIONS, makeExecutor?: MakeExecutor) {
  const before = getBackend();
  await setBackend(backend);
  const session = await openSession(config, emptyStore, undefined, makeExecutor);
  try {
    session.trainer.iterate();
    const first = new Map([...(await losses(session, '')), ...(await gradients(session))]);
    for (let i = 1; i < iterations; i++) session.trainer.iterate();
    const after = ` after ${iterations}`;
    return { first, last: new Map([...(await losses(session, after)), ...(await state(session, after))]) };
  } finally {
    session.dispose();
    await setBackend(before);
  }
}

/** Losses of the last recorded iteration. */
async function losses({ trainer }: Session, after: string): Promise<Quantities> {
  const values = (await trainer.recorder.flush()).at(-1)?.values ?? [];
  const named = trainer.recorder.curves.map(({ id }, i): [string, number] => [id, values[i] as number]);
  const scores = named.flatMap(([id, value]) => (id.startsWith('score/') ? [Math.abs(value)] : []));
  return new Map(
    named.flatMap(([id, value]): [string, Quantity][] =>
      id.startsWith('loss/')
        ? [[id + after, { numbers: Float32Array.of(value), whole: Math.max(Math.abs(value), ...scores) }]]
        : [],
    ),
  );
}

/** The raw gradient of every trained tensor: what SGD without momentum keeps of its last move. */
async function gradients({ trainer }: Session): Promise<Quantities> {
  const arrays = await trainer.captureState();
  const found = new Map<string, Quantity>();
  for (const [part, optimizer] of Object.entries(trainer.system.parts)) {
    if (!(optimizer instanceof Optimizer)) continue;
    const flat = arrays[`${part}/u`] as Float32Array;
    let offset = 0;
    for (const [i, { size, shape }] of optimizer.network.weights().entries()) {
      const numbers = flat.subarray(offset, offset + size);
      found.set(`gradient of ${part}, tensor ${i} [${shape}]`, { numbers, whole: norm(flat) });
      offset += size;
    }
  }
  return found;
}

/** Weights and averages. */
async function state({ trainer }: Session, after: string): Promise<Quantities> {
  const arrays = Object.entries(await trainer.captureState());
  return new Map(
    arrays.flatMap(([name, numbers]): [string, Quantity][] =>
      name.startsWith('opt') ? [] : [[name + after, { numbers, whole: norm(numbers) }]],
    ),
  );
}

const numbersOf = (quantities: Quantities, name: string): Float32Array =>
  quantities.get(name)?.numbers ?? new Float32Array();

const norm = (x: Float32Array): number => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));

/** ‖a − b‖ */
const distance = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(b.reduce((sum, value, i) => sum + ((a[i] as number) - value) ** 2, 0));

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

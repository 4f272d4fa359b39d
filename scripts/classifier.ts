/**
 * Trains the classifier of digits that measures generated ones, on MNIST's training digits with a quarter of pen digits
 * among them, each moved by up to two pixels, and says how many test digits it knows. Writes `public/weights/digits.bin`.
 *
 * `npm run classifier -- --epochs 12`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import {
  concat,
  engine,
  reshape,
  scalar,
  slice,
  sub,
  type Tensor,
  type Tensor1D,
  type Variable,
  zeros,
} from '@tensorflow/tfjs-core';
import { CLASSES } from '../src/core/judged';
import { Stream } from '../src/core/random';
import { openDataset } from '../src/data';
import { openTestDigits } from '../src/data/images/mnist';
import type { Batch, Dataset } from '../src/data/types';
import type { MakeExecutor } from '../src/engine/replay/executor';
import { simplify } from '../src/engine/replay/passes';
import { record } from '../src/engine/replay/recording';
import { startEngine } from '../src/engine/start';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { accuracy } from '../src/metrics/digits/accuracy';
import { crossEntropy, DigitClassifier } from '../src/nn/digitClassifier';
import { adam } from '../src/nn/optimizers/adam';
import { stateVariable } from '../src/nn/stateVariable';
import { DigitJudge, packWeights, unpackWeights } from '../src/training/evaluate/digits';
import { liveName, type MoveInput, RecordingIO } from '../src/training/recordingIO';

const BATCH = 64;
const PEN_DIGITS = 16;
const SIDE = 28;
const RATE = 1e-3;
const OUT = 'public/weights/digits.bin';

const { values } = parseArgs({
  options: { epochs: { type: 'string', default: '12' }, seed: { type: 'string', default: '1' } },
});

/** One step of Adam on the cross-entropy, recorded: inputs are the pictures, their classes and the learning rate. */
function recordStep(classifier: DigitClassifier, makeExecutor: MakeExecutor) {
  const { body, head } = classifier;
  const length = body.parameterCount + head.parameterCount;
  const slots = Object.fromEntries(
    Object.entries(adam.slots).map(([name, start]) => [
      name,
      stateVariable(() => (start === 'weights' ? zeros([length]) : scalar(start))),
    ]),
  ) as Record<keyof typeof adam.slots, Variable>;
  const state = Object.entries({ ...classifier.state(), ...slots });
  const names = new Map(state.map(([name, one]) => [one, name]));
  let inputs: readonly MoveInput[] = [];
  const graph = record(names, (recording) => {
    const io = new RecordingIO(
      'classifier',
      recording,
      { batchSize: BATCH, latentSize: 1, sample: [SIDE, SIDE, 1] },
      names,
      () => false,
    );
    const x = io.real();
    const classes = recording.input('classes', [BATCH, CLASSES]);
    const weights = [...body.weights(), ...head.weights()];
    const loss = () => crossEntropy(classifier.logits(x, io), classes) as Tensor;
    const { value, grads } = engine().gradients(loss, weights as Tensor[], undefined, true);
    const gradient = concat(grads.map((grad) => reshape(grad, [-1]) as Tensor1D));
    const { change, slots: moved } = adam.step(gradient, slots, (name) => io.live(name));
    io.write(body.theta, sub(body.theta, slice(change, 0, body.parameterCount)));
    io.write(head.theta, sub(head.theta, slice(change, body.parameterCount, head.parameterCount)));
    for (const [name, slot] of Object.entries(slots)) io.write(slot, moved[name as keyof typeof moved]);
    recording.output('loss', value);
    inputs = io.inputs;
  });
  const executor = makeExecutor(Object.fromEntries(state.map(([name, { shape }]) => [name, shape])));
  const [program] = executor.compile([simplify(graph)]);
  if (!program) throw new Error('nothing was compiled');
  for (const [name, one] of state) executor.state(name).set(one.dataSync());
  return { executor, program, inputs };
}

/** Moves every picture by up to two pixels, and writes them into `out`. */
function shifted({ x }: Batch, stream: Stream, out: Float32Array): void {
  const area = SIDE * SIDE;
  out.fill(-1);
  for (let at = 0; at < x.length; at += area) {
    const [right, down] = [stream.below(5) - 2, stream.below(5) - 2];
    for (let row = Math.max(0, down); row < Math.min(SIDE, SIDE + down); row++) {
      for (let column = Math.max(0, right); column < Math.min(SIDE, SIDE + right); column++) {
        out[at + row * SIDE + column] = x[at + (row - down) * SIDE + column - right] as number;
      }
    }
  }
}

async function main(): Promise<void> {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  if (!makeExecutor) throw new Error('the replay engine has no executor');
  const store = folderStore();
  const [mnist, pen] = await Promise.all([
    openDataset('mnist', {}, store),
    openDataset('pen-digits', { pen: 1.25, slant: 0.16, warp: 1 }, store),
  ]);
  const test = await openTestDigits(store);
  const stream = new Stream(Number(values.seed), 'classifier');
  const classifier = new DigitClassifier(stream);
  const { executor, program, inputs } = recordStep(classifier, makeExecutor);
  const epochs = Number(values.epochs);
  const perEpoch = Math.floor((mnist.info.size as number) / (BATCH - PEN_DIGITS));
  const fills: Record<MoveInput['from'], (name: string) => void> = {
    real: (name) => {
      const batch = joined(mnist, pen, stream);
      shifted(batch, stream, program.input(name));
      const classes = program.input('classes').fill(0);
      for (const [i, label] of (batch.labels as Int32Array).entries()) classes[i * CLASSES + label] = 1;
    },
    noise: () => undefined,
    uniform: (name) => void stream.fillUniform(program.input(name)),
    normal: (name) => void stream.fillNormal(program.input(name)),
    iteration: () => undefined,
    live: (name) => {
      program.input(name)[0] = { rate, beta1: 0.9, beta2: 0.999 }[liveName(name)] as number;
    },
  };
  let rate = RATE;
  const started = Date.now();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0;
    for (let step = 0; step < perEpoch; step++) {
      // Half a cosine from the full rate to none.
      rate = (RATE / 2) * (1 + Math.cos((Math.PI * ((epoch - 1) * perEpoch + step)) / (epochs * perEpoch)));
      for (const { name, from } of inputs) fills[from](name);
      program.run();
      loss += (program.output('loss')[0] as number) / perEpoch;
    }
    for (const [name, one] of Object.entries(classifier.state()))
      one.assign(reshape([...executor.state(name)], one.shape));
    const file = packWeights(classifier);
    const judge = new DigitJudge(classifier, unpackWeights(file, classifier), makeExecutor);
    const [digits, drawn] = [test, pen.sample(new Stream(0, 'check'), 2000)].map(({ x, labels }) =>
      accuracy(judge.judge(x), labels as Int32Array),
    );
    judge.dispose();
    mkdirSync(dirname(OUT), { recursive: true });
    writeFileSync(OUT, file);
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(
      `epoch ${epoch}: loss ${loss.toFixed(4)}, test digits ${percent(digits)}, pen digits ${percent(drawn)}, ${seconds} s`,
    );
  }
}

function joined(mnist: Dataset, pen: Dataset, stream: Stream): Batch {
  const [a, b] = [mnist.sample(stream, BATCH - PEN_DIGITS), pen.sample(stream, PEN_DIGITS)];
  return {
    x: Float32Array.from([...a.x, ...b.x]),
    labels: Int32Array.from([...(a.labels ?? []), ...(b.labels ?? [])]),
  };
}

const percent = (share: number | undefined): string => `${(100 * (share ?? Number.NaN)).toFixed(2)} %`;

await main();
process.exit(0);

import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { LayerInside } from '../core/inside';
import { Stream } from '../core/random';
import { sizeOf } from '../core/shape';
import { mean, standardDeviation } from '../core/statistics';
import { Network } from '../nn/network';
import { toModelUnits } from '../training/moveIO';
import { drawStarts } from '../training/starts';
import type { Trainer } from '../training/trainer';

const BINS = 24;
/** Larger outputs are not sent: nobody sees that many numbers. */
const MOST_VALUES = 20_000;

/**
 * The layers of a network of the run, by the name of its part, with what they make of one input: a real sample where the
 * network takes samples, noise where it takes latents. Null where that part is no network. Nothing moves.
 */
export async function lookInside(trainer: Trainer, part: string): Promise<LayerInside[] | null> {
  const network = trainer.system.parts[part];
  if (!(network instanceof Network)) return null;
  const arrays = await trainer.captureState();
  const theta = arrays[`${part}/theta`] as Float32Array;
  const kept = { theta, moving: arrays[`${part}/moving`], singular: arrays[`${part}/singular`] };
  const input = inputOf(trainer, network);
  const outputs = input ? await outputsOf(network, kept, input) : [];
  let offset = 0;
  return network.rows.map(({ layer, parameters, output: shape }, i) => {
    const own = theta.subarray(offset, offset + parameters);
    offset += parameters;
    const values = outputs[i];
    return {
      type: layer.type,
      parameters,
      weights: parameters > 0 ? spreadOf(own) : null,
      output: values && values.length <= MOST_VALUES ? { shape, values } : null,
    };
  });
}

/** One input [1, ...input] in model units; null where the network takes something else than samples or latents. */
function inputOf({ system, dataset, currentConfig }: Trainer, { input, player }: Network): Float32Array | null {
  const stream = new Stream(currentConfig.seed, 'inside');
  const size = sizeOf(input);
  // Samples and latents may be of one shape.
  if (player === 'generator' && size === system.latentSize) return drawStarts(system, dataset, stream, 1);
  if (input.join() === dataset.info.shape.join())
    return toModelUnits(dataset.sample(stream, 1).x.slice(), dataset.info);
  return null;
}

/** A network's present state: where a recorded step runs, its own variables stand still. */
interface Kept {
  theta: Float32Array;
  moving: Float32Array | undefined;
  singular: Float32Array | undefined;
}

/** What every layer makes of the input, in their order. */
async function outputsOf(
  network: Network,
  { theta, moving, singular }: Kept,
  input: Float32Array,
): Promise<Float32Array[]> {
  const kept: Tensor[] = tidy(() => {
    const weights = network.cut(tensor(theta));
    const x = tensor(input, [1, ...network.input]);
    return network.outputs(x, weights, moving ? tensor(moving) : null, singular ? tensor(singular) : null);
  });
  try {
    return await Promise.all(kept.map((output) => output.data<'float32'>().then((values) => values.slice())));
  } finally {
    for (const output of kept) output.dispose();
  }
}

function spreadOf(values: Float32Array): LayerInside['weights'] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [from, to] = [Math.min(from, value), Math.max(to, value)];
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.floor((BINS * (value - from)) / (to - from || 1)));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { from, to, counts, mean: mean(values), sd: standardDeviation(values) };
}

import type { Stream } from '../core/random';

/** Adam's usual constants. */
const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];
/** Slope of the hidden units below zero. */
const LEAK = 0.1;

/** A dense layer: weights [from × to] row by row, then [to] biases, with gradients and moments in the same order. */
interface Layer {
  from: number;
  to: number;
  weights: Float64Array;
  gradient: Float64Array;
  first: Float64Array;
  second: Float64Array;
}

/**
 * A small classifier in plain numbers: dense layers with leaky ReLU that end in one logit, to which a linear function of
 * the input is added. Trained with Adam on the log-loss; the same stream gives the same classifier on every machine.
 */
export class Mlp {
  private readonly layers: readonly Layer[];
  private readonly skip: Layer;
  /** Values before each layer, and the gradients of them. */
  private readonly values: readonly Float64Array[];
  private readonly slopes: readonly Float64Array[];
  private steps = 0;

  constructor(inputs: number, hidden: readonly number[], stream: Stream) {
    const sizes = [inputs, ...hidden, 1];
    const layer = (from: number, to: number, sd: number): Layer => {
      const length = (from + 1) * to;
      const weights = new Float64Array(length);
      for (let i = 0; i < from * to; i++) weights[i] = sd * stream.normal();
      const [gradient, first, second] = [0, 1, 2].map(() => new Float64Array(length)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      return { from, to, weights, gradient, first, second };
    };
    // The last layer starts at zero, so that the untrained classifier says "cannot tell".
    this.layers = sizes.slice(1).map((to, i) => {
      const from = sizes[i] as number;
      return layer(from, to, i === hidden.length ? 0 : Math.sqrt(2 / from));
    });
    this.skip = layer(inputs, 1, 0);
    this.values = sizes.map((size) => new Float64Array(size));
    this.slopes = sizes.map((size) => new Float64Array(size));
  }

  /** Logit of the row that starts at `at`. */
  logit(rows: Float64Array, at: number): number {
    const input = this.values[0] as Float64Array;
    for (let i = 0; i < input.length; i++) input[i] = rows[at + i] as number;
    for (const [l, layer] of this.layers.entries()) {
      const out = this.values[l + 1] as Float64Array;
      multiply(layer, this.values[l] as Float64Array, out);
      if (l < this.layers.length - 1) leaky(out);
    }
    const direct = new Float64Array(1);
    multiply(this.skip, input, direct);
    return ((this.values.at(-1) as Float64Array)[0] as number) + (direct[0] as number);
  }

  /** One step of Adam on the mean log-loss of a batch: rows by their start, each with its class, 1 or 0. */
  step(rows: Float64Array, starts: readonly number[], classes: readonly number[], rate: number): void {
    for (const [b, start] of starts.entries()) {
      const error = 1 / (1 + Math.exp(-this.logit(rows, start))) - (classes[b] as number);
      this.backward(error / starts.length);
    }
    this.steps += 1;
    for (const layer of [...this.layers, this.skip]) this.update(layer, rate);
  }

  /** Copies of all weights, to come back to. */
  save(): Float64Array[] {
    return [...this.layers, this.skip].map(({ weights }) => weights.slice());
  }

  restore(saved: readonly Float64Array[]): void {
    for (const [i, layer] of [...this.layers, this.skip].entries()) layer.weights.set(saved[i] as Float64Array);
  }

  private backward(slope: number): void {
    const last = this.layers.length;
    (this.slopes[last] as Float64Array)[0] = slope;
    for (let l = last - 1; l >= 0; l--) {
      const out = this.slopes[l + 1] as Float64Array;
      if (l < last - 1) leakySlope(this.values[l + 1] as Float64Array, out);
      transposed(this.layers[l] as Layer, this.values[l] as Float64Array, out, this.slopes[l] as Float64Array);
    }
    transposed(
      this.skip,
      this.values[0] as Float64Array,
      this.slopes[last] as Float64Array,
      new Float64Array(this.skip.from),
    );
  }

  private update({ weights, gradient, first, second }: Layer, rate: number): void {
    const [c1, c2] = [1 - BETA1 ** this.steps, 1 - BETA2 ** this.steps];
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] as number;
      const m = BETA1 * (first[i] as number) + (1 - BETA1) * g;
      const v = BETA2 * (second[i] as number) + (1 - BETA2) * g * g;
      first[i] = m;
      second[i] = v;
      weights[i] = (weights[i] as number) - (rate * m) / c1 / (Math.sqrt(v / c2) + EPSILON);
    }
    gradient.fill(0);
  }
}

function multiply({ from, to, weights }: Layer, input: Float64Array, out: Float64Array): void {
  for (let j = 0; j < to; j++) out[j] = weights[from * to + j] as number;
  for (let i = 0; i < from; i++) {
    const x = input[i] as number;
    const row = i * to;
    for (let j = 0; j < to; j++) out[j] = (out[j] as number) + x * (weights[row + j] as number);
  }
}

/** Adds the gradient of the weights, and sets that of the input. */
function transposed(
  { from, to, weights, gradient }: Layer,
  input: Float64Array,
  out: Float64Array,
  into: Float64Array,
) {
  for (let i = 0; i < from; i++) {
    const x = input[i] as number;
    const row = i * to;
    let sum = 0;
    for (let j = 0; j < to; j++) {
      const slope = out[j] as number;
      sum += slope * (weights[row + j] as number);
      gradient[row + j] = (gradient[row + j] as number) + x * slope;
    }
    into[i] = sum;
  }
  for (let j = 0; j < to; j++) gradient[from * to + j] = (gradient[from * to + j] as number) + (out[j] as number);
}

function leaky(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < 0) values[i] = LEAK * (values[i] as number);
}

function leakySlope(values: Float64Array, slopes: Float64Array): void {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < 0) slopes[i] = LEAK * (slopes[i] as number);
}

import type { LayerRow, Shape } from '../../../src/core/layers';
import { sizeOf } from '../../../src/core/shape';
import type { Arena, Kernels } from './kernels';
import { type Layer, makeLayers, type Place } from './layers';

/** Numbers of Adam (Kingma & Ba, Algorithm 1). */
export interface AdamSettings {
  rate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
}

/** One trained array. */
export interface Weight {
  shape: readonly number[];
  address: number;
}

/** A network of the hand-written step, with its gradients and its optimizer. */
export class Net {
  readonly weights: Weight[] = [];
  readonly output: number;
  private readonly layers: Layer[];
  private readonly theta: number;
  private readonly distance: number;
  /** Numbers of theta with the gaps that keep every array on a vector's start. */
  private count = 0;
  private readonly passed: [number, number];
  private power1 = 1;
  private power2 = 1;

  constructor(
    private readonly kernels: Kernels,
    arena: Arena,
    { rows, input, columns, random }: { rows: readonly LayerRow[]; input: Shape; columns: number; random: number },
  ) {
    const capacity = rows.reduce((sum, { parameters }) => sum + parameters + 64, 0);
    this.theta = arena.floats(4 * capacity); // weights, gradients, moments, squares
    this.distance = 4 * capacity;
    const place: Place = {
      kernels,
      arena,
      columns,
      random,
      weight: (shape) => {
        const address = this.theta + 4 * this.count;
        this.weights.push({ shape, address });
        this.count = Math.ceil((this.count + sizeOf(shape)) / 16) * 16;
        return address;
      },
      gradients: () => this.distance,
    };
    this.layers = makeLayers(rows, input, place);
    this.output = (this.layers.at(-1) as Layer).y;
    const widest = Math.max(...this.layers.map(({ features }) => features)) * columns;
    this.passed = [arena.floats(widest), arena.floats(widest)];
  }

  /** Bytes from a weight to its gradient. */
  get gradients(): number {
    return this.distance;
  }

  /** Room for the gradient of the output; `backward` starts from it. */
  get outputGradient(): number {
    return this.passed[0];
  }

  /** x [features, columns] → `output`. */
  forward(x: number, own: boolean): void {
    let from = x;
    for (const layer of this.layers) {
      layer.forward(from, own);
      from = layer.y;
    }
  }

  /** From the gradient of the output at `d` to the weights' (if `weights`) and to the input's at `dx` (unless 0). */
  backward(x: number, d: number, dx: number, weights: boolean): void {
    let from = d;
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const layer = this.layers[i] as Layer;
      const input = i > 0 ? (this.layers[i - 1] as Layer).y : x;
      if (layer.passesGradientInPlace) layer.backward(input, from, from, weights);
      else {
        const to = i === 0 ? dx : from === this.passed[0] ? this.passed[1] : this.passed[0];
        layer.backward(input, from, to, weights);
        from = to;
      }
    }
  }

  /** Moves the weights by the gradients that came together, and clears those. */
  move({ rate, beta1, beta2, epsilon }: AdamSettings): void {
    this.power1 *= beta1;
    this.power2 *= beta2;
    const { theta, distance } = this;
    const root = 1 / Math.sqrt(1 - this.power2);
    this.kernels.adam(
      theta,
      theta + distance,
      theta + 2 * distance,
      theta + 3 * distance,
      this.count,
      rate / (1 - this.power1),
      root,
      beta1,
      beta2,
      epsilon,
    );
  }
}

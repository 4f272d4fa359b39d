import type { LayerRow, Shape } from '../../src/core/layers';
import { sizeOf } from '../../src/core/shape';
import type { Nets } from './cases';

/** Multiply-adds of one layer for one sample; those that `same` padding multiplies by zero count. */
export function multiplyAdds({ layer, output }: LayerRow, input: Shape): number {
  switch (layer.type) {
    case 'dense':
      return sizeOf(input) * layer.units;
    case 'conv':
      return sizeOf(output) * layer.kernel ** 2 * (input[2] as number);
    case 'convTranspose':
      return sizeOf(input) * layer.kernel ** 2 * layer.filters;
    default:
      return 0;
  }
}

/** Multiply-adds of a forward pass of one sample: all layers, and the first that has any. */
export function forwardCost(rows: readonly LayerRow[], input: Shape): { all: number; first: number } {
  let shape = input;
  const costs = rows.map((row) => {
    const cost = multiplyAdds(row, shape);
    shape = row.output;
    return cost;
  });
  return { all: costs.reduce((sum, cost) => sum + cost, 0), first: costs.find((cost) => cost > 0) ?? 0 };
}

/** How the formula reads, for people. */
export const FLOP_FORMULA =
  'FLOP a step = 2 m (4 G + 8 D − G₁ − 2 D₁), with G and D the multiply-adds of one sample through all layers of a net ' +
  'and G₁, D₁ those of its first; WGAN-GP adds 2 m · 4 D';

/**
 * Floating-point operations of one step in products and convolutions, a multiply-add counted as two. D's move: G forward;
 * D forward on 2m samples, gradients of its weights, and of its inputs but for the first layer. G's move: both forward,
 * the gradient through D to its input, gradients of G's weights, and of its inputs but for the first layer. A gradient
 * penalty adds for its m samples: D forward, the gradient to its input, and (leaky ReLU has no second derivative) the way
 * back through that gradient, to the weights and on.
 */
export function flopsPerStep(nets: Nets): number {
  const g = forwardCost(nets.generatorRows, [nets.latentSize]);
  const d = forwardCost(nets.discriminatorRows, nets.sample);
  const moves = 4 * g.all - g.first + 8 * d.all - 2 * d.first;
  const penalty = nets.objective === 'wgan-gp' ? 4 * d.all : 0;
  return 2 * nets.batchSize * (moves + penalty);
}

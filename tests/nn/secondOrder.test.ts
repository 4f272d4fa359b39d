import '../support/tf';
import { grad, mul, neg, type Scalar, scalar, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { consensusTerm, unrolled } from '../../src/nn/tricks/secondOrder';
import { fakeIO } from '../support/fakes';

const value = (x: Tensor) => x.dataSync()[0] as number;

describe('unrolling', () => {
  // D's loss ½ (w − x)² takes w to x + (1 − η)ᴷ (w − x).
  const { io } = fakeIO({ unrollRate: 0.1 }, 'generator');
  const learned = (w: Tensor, x: Tensor) => {
    const loss = ([at]: readonly Tensor[]) => mul(0.5, square(sub(at as Tensor, x))) as Scalar;
    return unrolled([w], loss, 3, io)[0] as Tensor;
  };

  it('goes down D’s loss as many steps as it is told', () => {
    expect(value(learned(scalar(2), scalar(-1)))).toBeCloseTo(-1 + 0.9 ** 3 * 3, 5);
  });

  it('lets the gradient through D’s steps', () => {
    expect(value(grad((x: Tensor) => learned(scalar(2), x))(scalar(-1)))).toBeCloseTo(1 - 0.9 ** 3, 5);
  });
});

describe('consensus optimization', () => {
  it('pays half γ times the squared gradients of both players, differentiably', () => {
    const { io } = fakeIO({ consensusWeight: 0.6 });
    const b = scalar(3);
    // The bilinear game: D minimises −a b over a, G minimises a b over b.
    const term = (a: Tensor) =>
      consensusTerm(
        [
          { weights: [a], loss: () => neg(mul(a, b)) as Scalar },
          { weights: [b], loss: () => mul(a, b) as Scalar },
        ],
        io,
      );
    expect(value(term(scalar(2)))).toBeCloseTo(0.3 * (9 + 4), 5);
    expect(value(grad(term)(scalar(2)))).toBeCloseTo(0.6 * 2, 5);
  });
});

import { expect, it } from 'vitest';
import { smooth, smoothLogarithms } from '../../src/ui/charts/series';

it('averages powers of ten by their logarithms, and leaves zeros out', () => {
  const line = { x: [0, 1, 2, 3], y: [1, 1e-6, 0, 1e-6] };
  const { x, y } = smoothLogarithms(line, 0.5);
  expect(x).toEqual([0, 1, 3]);
  // By hand: weights ½ and ¼ over ¾ of 1e-6 and 1, then ½, ¼ and ⅛ over ⅞.
  for (const [i, value] of [1, 10 ** -4, 10 ** (-36 / 7)].entries()) expect(y[i]).toBeCloseTo(value, 12);
  expect(smooth(line, 0.5).y[1]).toBeGreaterThan(0.3);
});

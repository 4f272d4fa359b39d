import { expect, it } from 'vitest';
import { cellsBetween, dabbed, paintedOver, unpainted } from '../../src/ui/latent/brush';

const SHAPE = [3, 4, 1];
const white = [255, 255, 255];

it('paints squares as far as they lie on the picture, and says which of its numbers it painted', () => {
  const corner = dabbed(unpainted(SHAPE), SHAPE, [[3, 2]], { side: 2, colour: white });
  expect([...corner.where].flatMap((painted, i) => (painted ? [i] : []))).toEqual([11]);
  const middle = dabbed(corner, SHAPE, [[1, 1]], { side: 3, colour: [7, 8, 9] });
  expect([...middle.where].flatMap((painted, i) => (painted ? [i] : []))).toEqual([0, 1, 2, 4, 5, 6, 8, 9, 10, 11]);
  expect([...paintedOver(new Uint8Array(12).fill(1), middle)]).toEqual([7, 7, 7, 1, 7, 7, 7, 1, 7, 7, 7, 255]);
});

it('paints every channel of a coloured picture', () => {
  const { bytes, where } = dabbed(unpainted([1, 2, 3]), [1, 2, 3], [[1, 0]], { side: 1, colour: [7, 8, 9] });
  expect([[...bytes], [...where]]).toEqual([
    [0, 0, 0, 7, 8, 9],
    [0, 0, 0, 1, 1, 1],
  ]);
});

it('leaves no gap between two places of a quick stroke', () => {
  expect(cellsBetween([0, 0], [3, 1])).toEqual([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
  ]);
  expect(cellsBetween([2, 2], [2, 2])).toEqual([
    [2, 2],
    [2, 2],
  ]);
});

import { defineDataset } from '../define';
import { planeInfo, samplePoints } from './common';

const params = { cells: { kind: 'int', default: 4, min: 2, max: 8, group: 'data' } } as const;

/** The dark squares of a board of cells × cells: many sharp edges. */
export const checkerboard = defineDataset({
  id: 'checkerboard',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  open({ cells }) {
    const dark = Array.from({ length: cells * cells }, (_, i) => [i % cells, Math.floor(i / cells)] as const).filter(
      ([column, row]) => (column + row) % 2 === 0,
    );
    const side = 3 / cells;
    const cellOf = (v: number) => Math.floor((v + 1.5) / side);
    return {
      info: planeInfo('checkerboard', 0.87, 2),
      sample: (stream, count) =>
        samplePoints(count, () => {
          const [column, row] = dark[stream.below(dark.length)] as readonly [number, number];
          return [(column + stream.uniform()) * side - 1.5, (row + stream.uniform()) * side - 1.5];
        }),
      density([x, y]) {
        const [column, row] = [cellOf(x as number), cellOf(y as number)];
        const inside = column >= 0 && column < cells && row >= 0 && row < cells;
        return inside && (column + row) % 2 === 0 ? 1 / (dark.length * side * side) : 0;
      },
    };
  },
});

import { describe, expect, it } from 'vitest';
import { columnsInUse, numericColumns } from '../../src/ui/data/table';

const table = { file: 'k/a.csv', names: ['name', 'x', 'y', 'rare', 'z'], numeric: [0, 10, 9, 2, 10] };

describe('the columns of a table', () => {
  it('are offered where they are mostly numbers', () => {
    expect(numericColumns(table)).toEqual(['x', 'y', 'z']);
    expect(numericColumns({ file: '', names: [], numeric: [] })).toEqual([]);
  });

  it('are the chosen ones, else the next free ones', () => {
    expect(columnsInUse(table, ['', ''])).toEqual(['x', 'y']);
    expect(columnsInUse(table, ['', 'x'])).toEqual(['y', 'x']);
    expect(columnsInUse(table, ['rare'])).toEqual(['rare']);
    expect(columnsInUse({ ...table, numeric: [0, 10, 0, 0, 0] }, ['', ''])).toEqual(['x', '']);
  });
});

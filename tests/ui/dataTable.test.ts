import { describe, expect, it } from 'vitest';
import { numericColumns } from '../../src/core/columns';
import { pickColumns, readCsv } from '../../src/data/formats/csv';
import { columnsInUse } from '../../src/ui/data/table';

const table = { file: 'k/a.csv', names: ['name', 'x', 'y', 'rare', 'z'], numeric: [0, 10, 9, 2, 10], rows: 10 };

describe('the columns of a table', () => {
  it('are offered where they are mostly numbers', () => {
    expect(numericColumns(table)).toEqual(['x', 'y', 'z']);
    expect(numericColumns({ names: [], numeric: [], rows: 0 })).toEqual([]);
  });

  it('are those that the data set takes, however few numbers there are', () => {
    const sparse = readCsv(new TextEncoder().encode('x,y,name\n1,2,a\n,3,b\n,,c\n,,d'), 'a.csv');
    expect(columnsInUse(sparse, ['', ''])).toEqual(['y', '']);
    expect(pickColumns(sparse, [''], 'a.csv')).toEqual([Float64Array.of(2, 3)]);
  });

  it('are the chosen ones, else the next free ones', () => {
    expect(columnsInUse(table, ['', ''])).toEqual(['x', 'y']);
    expect(columnsInUse(table, ['', 'x'])).toEqual(['y', 'x']);
    expect(columnsInUse(table, ['rare'])).toEqual(['rare']);
    expect(columnsInUse({ ...table, numeric: [0, 10, 0, 0, 0] }, ['', ''])).toEqual(['x', '']);
  });
});

import { defineDataset } from '../define';
import { columnParam, fileParam, openFile } from '../files';
import { pickColumns, readCsv } from '../formats/csv';
import { tableSet } from '../tableSet';

/** Two numeric columns of the user's own CSV file, as points of the plane. */
export const csvPair = defineDataset({
  id: 'csv-pair',
  kind: '2d',
  source: 'files',
  shape: [2],
  params: { file: fileParam, columnX: columnParam, columnY: columnParam },
  async open(given, store) {
    const { bytes, params, name } = await openFile('csv-pair', given, store);
    const wanted = [params.columnX, params.columnY];
    return tableSet('csv-pair', pickColumns(readCsv(bytes, name), wanted, name), wanted, name);
  },
});

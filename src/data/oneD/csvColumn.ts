import { defineDataset } from '../define';
import { columnParam, fileParam, openFile } from '../files';
import { pickColumns, readCsv } from '../formats/csv';
import { tableSet } from '../tableSet';

/** One numeric column of the user's own CSV file. */
export const csvColumn = defineDataset({
  id: 'csv-column',
  kind: '1d',
  source: 'files',
  shape: [1],
  params: { file: fileParam, column: columnParam },
  async open(given, store) {
    const { bytes, params, name } = await openFile('csv-column', given, store);
    const columns = pickColumns(readCsv(bytes, name), [params.column], name);
    return tableSet('csv-column', columns, [params.column], name);
  },
});

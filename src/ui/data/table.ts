import { numericColumns, type TableColumns } from '../../core/columns';

/** The columns in use: those chosen by name, and for each empty name the next numeric column that is still free. */
export function columnsInUse(table: TableColumns, chosen: readonly string[]): string[] {
  const free = numericColumns(table).filter((name) => !chosen.includes(name));
  return chosen.map((name) => (name === '' ? (free.shift() ?? '') : name));
}

import type { DataReplies } from '../../worker/protocol';

/** Columns that are mostly numbers, as the data sets see it. */
export function numericColumns({ names, numeric }: DataReplies['columns']): string[] {
  const most = Math.max(0, ...numeric);
  return names.filter((_, i) => (numeric[i] ?? 0) > 0 && (numeric[i] ?? 0) >= most / 2);
}

/** The columns in use: those chosen by name, and for each empty name the next numeric column that is still free. */
export function columnsInUse(table: DataReplies['columns'], chosen: readonly string[]): string[] {
  const free = numericColumns(table).filter((name) => !chosen.includes(name));
  return chosen.map((name) => (name === '' ? (free.shift() ?? '') : name));
}

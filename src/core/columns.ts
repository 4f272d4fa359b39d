/** The columns of a table that somebody brought. */
export interface TableColumns {
  names: readonly string[];
  /** Numeric cells of each column. */
  numeric: readonly number[];
  rows: number;
}

/** Names of the columns that are mostly numbers: of at least half of the rows. */
export function numericColumns({ names, numeric, rows }: TableColumns): string[] {
  return names.filter((_, i) => (numeric[i] ?? 0) > 0 && (numeric[i] ?? 0) >= rows / 2);
}

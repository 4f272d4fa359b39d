import type { CaseName } from './cases';
import type { BenchEngineName, Place } from './engines/types';

/** One line of the table. */
export interface Row {
  case: CaseName;
  engine: BenchEngineName;
  place: Place;
  /** Median of the windows; null where the engine could not run. */
  stepsPerSecond: number | null;
  /** Every window's figure. */
  windows: readonly number[];
  kernelsPerStep: number | null;
  gflops: number | null;
  /** Bytes of numbers that the engine keeps. */
  bytes: number | null;
  /** Resident bytes of its process. */
  residentBytes: number | null;
  /** Bytes of numbers kept at the end, less those kept when it was warm: 0 where memory is flat. */
  grownBytes: number | null;
  /** Steps timed in between. */
  steps: number | null;
  /** Speed over that of another engine of the same case and place (PyTorch always runs beside Node). */
  overStockWasm: number | null;
  overPytorch: number | null;
  overLimit: number | null;
  note: string;
}

/** The middle of the numbers; NaN for none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** Fills in the ratios between rows. */
export function withRatios(rows: readonly Row[]): Row[] {
  const speed = (row: Row, engine: BenchEngineName, place: Place): number | null =>
    rows.find((one) => one.case === row.case && one.engine === engine && one.place === place)?.stepsPerSecond ?? null;
  const over = (row: Row, other: number | null): number | null =>
    row.stepsPerSecond !== null && other !== null ? row.stepsPerSecond / other : null;
  return rows.map((row) => ({
    ...row,
    overStockWasm: over(row, speed(row, 'stock-wasm', row.place)),
    overPytorch: over(row, speed(row, 'pytorch', 'node')),
    overLimit: over(row, speed(row, 'limit', row.place)),
  }));
}

/** Three digits that count, thousands apart. */
export function digits(value: number | null, unit = ''): string {
  if (value === null) return '—';
  const places = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4;
  return value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places }) + unit;
}

const megabytes = (bytes: number | null): string => digits(bytes === null ? null : bytes / 2 ** 20);

const COLUMNS: readonly [string, (row: Row) => string][] = [
  ['case', (row) => row.case],
  ['engine', (row) => (row.place === 'node' ? row.engine : `${row.engine} (${row.place})`)],
  ['steps/s', (row) => digits(row.stepsPerSecond)],
  ['kernels', (row) => (row.kernelsPerStep === null ? '—' : String(row.kernelsPerStep))],
  ['GFLOP/s', (row) => digits(row.gflops)],
  ['kept MB', (row) => megabytes(row.bytes)],
  ['grown bytes', (row) => (row.grownBytes === null ? '—' : `${row.grownBytes} in ${row.steps}`)],
  ['process MB', (row) => megabytes(row.residentBytes)],
  ['÷ stock WASM', (row) => digits(row.overStockWasm, '×')],
  ['÷ PyTorch', (row) => digits(row.overPytorch, '×')],
  ['÷ limit', (row) => digits(row.overLimit, '×')],
  ['', (row) => row.note],
];

/** The rows as a table of text. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, show]) => show(row)))];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => (line[column] as string).length)));
  const texts = [0, 1, COLUMNS.length - 1];
  const pad = (text: string, column: number): string =>
    texts.includes(column) ? text.padEnd(widths[column] as number) : text.padStart(widths[column] as number);
  return cells.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

import { numericColumns, type TableColumns } from '../../core/columns';
import { Problem } from '../../core/problem';
import { megabytes } from './gzip';

/** A table of numbers: what is missing or no number is NaN. */
export interface Table extends TableColumns {
  /** One array per column, all of the same length. */
  columns: readonly Float64Array[];
}

/** Larger files would not fit a tab several times over. */
export const MAX_CSV_BYTES = 50_000_000;
const MAX_COLUMNS = 1000;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Beyond this, squares overflow the networks' 32-bit floats. */
const LARGEST = 1e15;

/**
 * Reads comma-, semicolon-, tab- or bar-separated text, quoted as RFC 4180 says. The first row names the columns if it
 * holds anything but numbers. A comma is a decimal point where it does not separate. Throws a `Problem` of group `csv`.
 */
export function readCsv(bytes: Uint8Array, file: string): Table {
  const text = decode(bytes, file);
  const delimiter = delimiterOf(text);
  const rows = splitRows(text, delimiter).filter((row) => row.some((cell) => cell.trim() !== ''));
  const [first] = rows;
  if (!first) throw new Problem('csv.empty', { file });
  const width = Math.max(first.length, rows[1]?.length ?? 0);
  if (width > MAX_COLUMNS) throw new Problem('csv.tooManyColumns', { file, found: width, max: MAX_COLUMNS });
  const comma = delimiter !== ',';
  const isHeader = first.some((cell) => cell.trim() !== '' && Number.isNaN(toNumber(cell, comma)));
  const body = isHeader ? rows.slice(1) : rows;
  const names = uniqueNames(Array.from({ length: width }, (_, i) => (isHeader && first[i]?.trim()) || `${i + 1}`));
  const columns = names.map((_, i) => Float64Array.from(body, (row) => toNumber(row[i] ?? '', comma)));
  const numeric = columns.map((values) => values.filter((value) => !Number.isNaN(value)).length);
  return { names, columns, numeric, rows: body.length };
}

/**
 * The rows in which all the named columns hold numbers, one array per column; an empty name takes the next numeric
 * column. Throws `csv.noColumn`, `csv.notNumeric`, `csv.tooFewColumns` or `csv.rows`.
 */
export function pickColumns(table: Table, wanted: readonly string[], file: string): Float64Array[] {
  const picked = namesFor(table, wanted, file).map((name) => {
    const index = table.names.indexOf(name);
    const column = table.columns[index];
    if (!column) throw new Problem('csv.noColumn', { file, column: name, known: table.names.slice(0, 12).join(', ') });
    if (table.numeric[index] === 0) throw new Problem('csv.notNumeric', { file, column: name });
    return column;
  });
  const rows = [...(picked[0] as Float64Array).keys()].filter((row) => picked.every((c) => !Number.isNaN(c[row])));
  if (rows.length < 2) throw new Problem('csv.rows', { file, found: rows.length });
  return picked.map((column) => Float64Array.from(rows, (row) => column[row] as number));
}

/** The names wanted, with free numeric columns for the empty ones. */
export function namesFor(table: Table, wanted: readonly string[], file: string): string[] {
  const free = numericColumns(table).filter((name) => !wanted.includes(name));
  return wanted.map((name) => {
    const chosen = name === '' ? free.shift() : name;
    if (chosen === undefined) {
      throw new Problem('csv.tooFewColumns', { file, found: numericColumns(table).length, needed: wanted.length });
    }
    return chosen;
  });
}

function decode(bytes: Uint8Array, file: string): string {
  if (bytes.length > MAX_CSV_BYTES) throw new Problem('data.tooLarge', { file, max: megabytes(MAX_CSV_BYTES) });
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
  if (text.includes('\0')) throw new Problem('csv.notText', { file });
  return text;
}

/** The delimiter that splits the first line into the most cells. */
function delimiterOf(text: string): string {
  const line = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  const cells = (delimiter: string) => splitRows(line, delimiter)[0]?.length ?? 0;
  return DELIMITERS.reduce<string>((best, one) => (cells(one) > cells(best) ? one : best), ',');
}

function splitRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    for (;;) {
      const { cell, end } = readCell(text, at, delimiter);
      row.push(cell);
      at = end + 1;
      if (text[end] !== delimiter) {
        if (text[end] === '\r' && text[at] === '\n') at += 1;
        break;
      }
    }
    rows.push(row);
  }
  return rows;
}

/** The cell that starts at `at`, and the index of the delimiter or line end after it. */
function readCell(text: string, at: number, delimiter: string): { cell: string; end: number } {
  let cell = '';
  let end = at;
  if (text[at] === '"') {
    for (;;) {
      const quote = text.indexOf('"', end + 1);
      cell += text.slice(end + 1, quote < 0 ? text.length : quote);
      end = quote < 0 ? text.length : quote + 1;
      if (text[end] !== '"') break;
      cell += '"';
    }
  }
  const start = end;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cell: cell + text.slice(start, end), end };
}

function toNumber(cell: string, decimalComma: boolean): number {
  const text = decimalComma ? cell.trim().replace(',', '.') : cell.trim();
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Math.abs(value) <= LARGEST ? value : Number.NaN;
}

function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let unique = name.slice(0, 80);
    for (let n = 2; seen.has(unique); n++) unique = `${name.slice(0, 80)} (${n})`;
    seen.add(unique);
    return unique;
  });
}

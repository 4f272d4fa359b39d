/** A study trains many runs, each of minutes: what a finished run found is kept in a file, and a later start goes on behind it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What the runs in the file found; none where there is no file yet. */
export function keptRuns<R>(file: string): R[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as R[]) : [];
}

/** Adds a run to the file, one line each. */
export function keepRun<R>(file: string, run: R): void {
  const lines = [...keptRuns<R>(file), run].map((one) => JSON.stringify(one));
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
}

const MARKS = ['<!-- table -->', '<!-- end of table -->'] as const;

/** Replaces what stands between the two marks of a page by a table. Throws where the page lacks them. */
export function writeTable(page: string, rows: readonly (readonly string[])[]): void {
  const [before, rest] = readFileSync(page, 'utf8').split(MARKS[0]);
  const after = rest?.split(MARKS[1])[1];
  if (after === undefined) throw new Error(`${page} has no place for the table`);
  const [head = [], ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
  writeFileSync(page, `${before}${MARKS[0]}\n${[head, rule, ...body].join('\n')}\n${MARKS[1]}${after}`);
}

/** Mean and standard error of the mean, as papers print them; without an error for a single number. */
export function meanAndError(values: readonly number[], digits: number): string {
  if (values.length === 0) return '–';
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  if (values.length === 1) return mean.toFixed(digits);
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return `${mean.toFixed(digits)} ± ${Math.sqrt(variance / values.length).toFixed(digits)}`;
}

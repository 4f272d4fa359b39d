import type { CurvePoint, OpenedRun } from '../../worker/protocol';
import type { CurveTable } from '../state';

/** Beyond this many points the older half is thinned, so that a night's run fits in memory and in a chart. */
const MOST = 20_000;

/** A table without points, with one column for each of the run's curves. */
export function emptyCurves(run: Pick<OpenedRun, 'curves'>): CurveTable {
  return { iterations: [], columns: run.curves.map(() => []), version: 0 };
}

/**
 * Appends in place; the new record, with a higher version, shares the arrays. Points from an earlier iteration on take the place of
 * what was there: a run that was taken back from where a number went bad leaves no course behind.
 */
export function appendCurves(table: CurveTable, points: readonly CurvePoint[]): CurveTable {
  const [first] = points;
  if (!first) return table;
  cutFrom(table, first.iteration);
  for (const { iteration, values } of points) {
    table.iterations.push(iteration);
    for (const [i, column] of table.columns.entries()) column.push(values[i] ?? Number.NaN);
  }
  if (table.iterations.length > MOST) thin(table);
  return { ...table, version: table.version + 1 };
}

/**
 * The points up to that iteration, or an empty table where the columns are not those of the run. Layers' curves, which come last, may
 * be missing.
 */
export function curvesUpTo(
  table: Pick<CurveTable, 'iterations' | 'columns'>,
  run: Pick<OpenedRun, 'curves' | 'iteration'>,
): CurveTable {
  const missing = run.curves.slice(table.columns.length);
  if (table.columns.length > run.curves.length || missing.some(({ group }) => group !== 'layer'))
    return emptyCurves(run);
  const columns = [...table.columns, ...missing.map(() => table.iterations.map(() => Number.NaN))];
  return splitCurves({ ...table, columns, version: 0 }, run.iteration)[0];
}

/** The table cut in two: up to that iteration, and beyond. */
export function splitCurves(table: CurveTable, iteration: number): [CurveTable, CurveTable] {
  const after = table.iterations.findIndex((one) => one > iteration);
  const count = after < 0 ? table.iterations.length : after;
  const part = (from: number, to?: number): CurveTable => ({
    iterations: table.iterations.slice(from, to),
    columns: table.columns.map((column) => column.slice(from, to)),
    version: table.version + 1,
  });
  return [part(0, count), part(count)];
}

/** One table behind the other. */
export function joinCurves(head: CurveTable, tail: CurveTable): CurveTable {
  return {
    iterations: [...head.iterations, ...tail.iterations],
    columns: head.columns.map((column, i) => [...column, ...(tail.columns[i] ?? [])]),
    version: head.version + 1,
  };
}

function cutFrom({ iterations, columns }: CurveTable, iteration: number): void {
  if ((iterations.at(-1) ?? -1) < iteration) return;
  const count = iterations.findIndex((one) => one >= iteration);
  for (const list of [iterations, ...columns]) list.length = count;
}

function thin(table: CurveTable): void {
  const half = table.iterations.length >> 1;
  for (const list of [table.iterations, ...table.columns]) {
    let kept = 0;
    for (let i = 0; i < list.length; i++) if (i >= half || i % 2 === 0) list[kept++] = list[i] as number;
    list.length = kept;
  }
}

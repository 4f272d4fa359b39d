import type { Timeline } from '../../worker/protocol';
import { joinCurves, splitCurves } from './curves';
import type { RunRecord, Travel } from './lab';

/** No journey yet. */
export const atHome = (): Travel => ({ sought: null, under: false, left: new Map(), from: 0 });

/** The record of the course that the run is on now, where that is another than before; that of the one it left is kept. */
export function recordOfCourse(
  travel: Travel,
  record: RunRecord,
  before: Timeline | null,
  now: Timeline | null,
): RunRecord {
  if (!before || !now || before.course === now.course) return record;
  const back = travel.left.get(now.course);
  if (!back && !now.other) return record;
  travel.from = now.other?.from ?? travel.from;
  const [head, tail] = split(record, travel.from);
  travel.left = new Map([[before.course, tail]]);
  if (!back) return head;
  return { curves: joinCurves(head.curves, back.curves), points: [...head.points, ...back.points] };
}

/** The record cut in two: up to that iteration, and beyond. */
function split({ curves, points }: RunRecord, from: number): [RunRecord, RunRecord] {
  const [head, tail] = splitCurves(curves, from);
  return [
    { curves: head, points: points.filter(({ iteration }) => iteration <= from) },
    { curves: tail, points: points.filter(({ iteration }) => iteration > from) },
  ];
}

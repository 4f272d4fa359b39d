import type { Timeline } from '../../worker/protocol';
import type { CurveTable } from '../state';
import { joinCurves, splitCurves } from './curves';
import type { Travel } from './lab';

/** No journey yet. */
export const atHome = (): Travel => ({ sought: null, under: false, left: new Map(), from: 0 });

/** The curves of the course that the run is on now, where that is another than before; those of the one it left are kept. */
export function curvesOfCourse(
  travel: Travel,
  curves: CurveTable,
  before: Timeline | null,
  now: Timeline | null,
): CurveTable {
  if (!before || !now || before.course === now.course) return curves;
  const back = travel.left.get(now.course);
  if (!back && !now.other) return curves;
  travel.from = now.other?.from ?? travel.from;
  const [head, tail] = splitCurves(curves, travel.from);
  travel.left = new Map([[before.course, tail]]);
  return back ? joinCurves(head, back) : head;
}

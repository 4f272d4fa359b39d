import type { Arrow, Placed } from './layout';

/** Size of a node and distance from one to the next, in the drawing's own units, which its box scales. */
export const NODE = { width: 126, height: 78 };
export const PITCH = { x: 194, y: 92 };
/** Room below for what flows back. */
export const BELOW = 36;

/** How far from a node's middle an arrow leaves or meets it that passes others, and how far below the row its lanes are. */
const ASIDE = 22;
const LANES = [4, 10] as const;
/** From one word to the next on the same arrow. */
const LINE = 20;
/** How near the beginnings of two words may come. */
const NEAR = { x: 34, y: 13 };

type Point = readonly [number, number];

/** How an arrow runs, where its head is and whether that points up, where its words begin, and where the next ones are. */
export interface Course {
  path: string;
  end: readonly [number, number];
  up: boolean;
  label: readonly [number, number];
  lean: number;
}

const leftOf = ({ column }: Placed): number => column * PITCH.x;
const topOf = ({ row }: Placed): number => row * PITCH.y;

/** The courses of a diagram's arrows, in their order: no word stands on another's or behind a node. */
export function coursesOf(all: readonly Arrow[], placed: readonly Placed[]): Course[] {
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const ends = all.map((arrow) =>
    [arrow.from, arrow.to].map((end) => placed.find(({ name }) => name === end) as Placed),
  ) as [Placed, Placed][];
  const isPast = (i: number) => !all[i]?.back && inTheWay(...(ends[i] as [Placed, Placed]), placed);
  const courses = all.map(({ back }, i): Course | null => {
    const [from, to] = ends[i] as [Placed, Placed];
    if (back) return backward(from, to, rows);
    const rising = ends.slice(0, i).filter((other, j) => other[0] === from && !isPast(j) && rises(...other)).length;
    return isPast(i) ? null : forward(from, to, rising);
  });
  const taken = courses.flatMap((course, i) => (course && !all[i]?.back ? wordsOf(course, all[i] as Arrow) : []));
  return courses.map((course, i) => {
    if (course) return course;
    const options = past(...(ends[i] as [Placed, Placed]));
    const free = options.find(
      (one) => !wordsOf(one, all[i] as Arrow).some((word) => taken.some((other) => near(word, other))),
    );
    const chosen = free ?? (options[0] as Course);
    taken.push(...wordsOf(chosen, all[i] as Arrow));
    return chosen;
  });
}

/** Where the words of a course begin. */
export const wordsOf = ({ label, lean }: Course, { edges }: Arrow): Point[] =>
  edges.map((_, i) => [label[0], label[1] + lean * i]);

/** Whether two words stand on one another. */
export const near = (a: Point, b: Point): boolean => Math.abs(a[0] - b[0]) < NEAR.x && Math.abs(a[1] - b[1]) < NEAR.y;

/** Whether a node stands between two others, where their arrow would run. */
const inTheWay = (from: Placed, to: Placed, placed: readonly Placed[]): boolean =>
  placed.some(
    ({ column, row }) =>
      column > from.column && column < to.column && (row === from.row || row === Math.max(from.row, to.row)),
  );

/** Whether an arrow runs below nodes of other rows and up to its end. */
const rises = (from: Placed, to: Placed): boolean => to.column - from.column > 1 && from.row > to.row;

/** To the next node; past those of other rows, below them and up, each lower than the `above` that do so from the same node. */
function forward(from: Placed, to: Placed, above: number): Course {
  const [x0, y0] = [leftOf(from) + NODE.width, topOf(from) + NODE.height / 2];
  const y1 = topOf(to) + NODE.height / 2;
  if (rises(from, to)) {
    const y = y0 + LINE * above;
    const [x1, end] = [leftOf(to) + 20, topOf(to) + NODE.height + 2];
    const path = `M ${x0} ${y} H ${x1 - 24} Q ${x1} ${y} ${x1} ${y - 24} V ${end + 7}`;
    return { path, end: [x1, end], up: true, label: [x0 + 30, y - 6], lean: LINE };
  }
  const x1 = leftOf(to) - 2;
  const bend = (x1 - x0) / 2;
  const path = `M ${x0} ${y0} C ${x0 + bend} ${y0}, ${x1 - bend - 7} ${y1}, ${x1 - 7} ${y1}`;
  return { path, end: [x1, y1], up: false, label: [(x0 + x1) / 2 - 3, (y0 + y1) / 2 - 7], lean: LINE };
}

/**
 * Past nodes of its own row: in a lane below them, of which neighbouring columns have one each. Its words may stand above the lane
 * in any gap on the way, or below it.
 */
function past(from: Placed, to: Placed): Course[] {
  const [x0, y0] = [leftOf(from) + NODE.width, topOf(from) + NODE.height / 2 + ASIDE];
  const lane = topOf(from) + NODE.height + (LANES[from.column % 2] as number);
  const x1 = leftOf(to) - 2;
  const y1 = topOf(to) + NODE.height / 2 + (to.row > from.row ? -ASIDE : ASIDE);
  const [start, stop] = [x0 + 24, x1 - 31];
  const path = `M ${x0} ${y0} C ${x0 + 14} ${y0}, ${start - 14} ${lane}, ${start} ${lane} H ${stop} C ${stop + 14} ${lane}, ${x1 - 21} ${y1}, ${x1 - 7} ${y1}`;
  const gaps = Array.from({ length: to.column - from.column }, (_, i) => x0 + 31 + i * PITCH.x);
  return [
    ...gaps.map((x) => ({ label: [x, lane - 6] as const, lean: -LINE })),
    ...gaps.map((x) => ({ label: [x, lane + 16] as const, lean: LINE })),
  ].map((words) => ({ path, end: [x1, y1], up: false, ...words }));
}

/** Below everything, and up to the node from below. */
function backward(from: Placed, to: Placed, rows: number): Course {
  const [x0, x1] = [leftOf(from) + NODE.width / 2, leftOf(to) + NODE.width / 2];
  const [y0, y1] = [topOf(from) + NODE.height, topOf(to) + NODE.height + 2];
  const floor = (rows - 1) * PITCH.y + NODE.height + 8 + 8 * Math.abs(to.column - from.column);
  const path = `M ${x0} ${y0} V ${floor - 16} Q ${x0} ${floor} ${x0 - 16} ${floor} H ${x1 + 16} Q ${x1} ${floor} ${x1} ${floor - 16} V ${y1 + 7}`;
  return { path, end: [x1, y1], up: true, label: [x1 + 60, floor - 4], lean: LINE };
}

import type { DrawnPoint } from '../../core/drawing';

/** One stroke: the way of the brush's centre and its radius, in units of the drawing's square [−1, 1]². */
export interface Stroke {
  path: readonly DrawnPoint[];
  radius: number;
}

/** Points per unit of area: a thin stroke's points then stand closer than the blur that the data set adds to each. */
const DENSITY = 1800;
/** Even a dot is more than one point. */
const LEAST = 40;
/** Roberts' R2 sequence: its points cover the unit square evenly, and the same drawing gives the same points. */
const R2 = [0.7548776662466927, 0.5698402909980532] as const;

const clip = (value: number): number => Math.min(1, Math.max(-1, value));
const distance = ([ax, ay]: DrawnPoint, [bx, by]: DrawnPoint): number => Math.hypot(bx - ax, by - ay);

/** Length of a path. */
export function lengthOf(path: readonly DrawnPoint[]): number {
  let length = 0;
  for (let i = 1; i < path.length; i++) length += distance(path[i - 1] as DrawnPoint, path[i] as DrawnPoint);
  return length;
}

/** Area that a stroke covers, as if it did not cross itself. */
const areaOf = ({ path, radius }: Stroke): number => 2 * radius * lengthOf(path) + Math.PI * radius * radius;

/**
 * Points spread evenly over what the strokes cover, at most `limit`: equal areas of ink get equal numbers of points. All
 * coordinates lie in [−1, 1].
 */
export function pointsOf(strokes: readonly Stroke[], limit: number): DrawnPoint[] {
  const drawn = strokes.filter(({ path }) => path.length > 0);
  const counts = drawn.map((stroke) => Math.max(LEAST, Math.round(DENSITY * areaOf(stroke))));
  const wanted = counts.reduce((sum, count) => sum + count, 0);
  const share = Math.min(1, limit / wanted);
  return drawn
    .flatMap((stroke, i) => spread(stroke, Math.max(1, Math.floor((counts[i] as number) * share))))
    .slice(0, limit);
}

function spread({ path, radius }: Stroke, count: number): DrawnPoint[] {
  const total = lengthOf(path);
  const points: DrawnPoint[] = [];
  let segment = 1;
  let before = 0;
  for (let i = 0; i < count; i++) {
    const goal = (total * (i + 0.5)) / count;
    let length = segmentLength(path, segment);
    while (segment < path.length - 1 && before + length < goal) {
      before += length;
      segment += 1;
      length = segmentLength(path, segment);
    }
    const [fromX, fromY] = path[segment - 1] as DrawnPoint;
    const [toX, toY] = path[segment] ?? (path[segment - 1] as DrawnPoint);
    const t = length > 0 ? (goal - before) / length : 0;
    const far = radius * Math.sqrt((i * R2[0]) % 1);
    const angle = 2 * Math.PI * ((i * R2[1]) % 1);
    const x = fromX + t * (toX - fromX) + far * Math.cos(angle);
    const y = fromY + t * (toY - fromY) + far * Math.sin(angle);
    points.push([clip(x), clip(y)]);
  }
  return points;
}

const segmentLength = (path: readonly DrawnPoint[], segment: number): number =>
  segment < path.length ? distance(path[segment - 1] as DrawnPoint, path[segment] as DrawnPoint) : 0;

/** The path with one more point, unless that lies so close to the last that nobody could see the difference. */
export function extended(path: readonly DrawnPoint[], points: readonly DrawnPoint[]): DrawnPoint[] {
  const longer = [...path];
  for (const point of points) {
    const last = longer.at(-1);
    if (!last || distance(last, point) > 0.006) longer.push([clip(point[0]), clip(point[1])]);
  }
  return longer;
}

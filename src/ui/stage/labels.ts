/** Between two labels, in pixels. */
const SPACE = 10;

/**
 * Left ends of labels that are centred on their `x` as far as they neither overlap nor leave [low, high]; in the order
 * of their places.
 */
export function apart<T extends { x: number; width: number }>(
  labels: readonly T[],
  low: number,
  high: number,
): (T & { left: number })[] {
  const placed = labels.map((label) => ({ ...label, left: label.x - label.width / 2 })).sort((a, b) => a.x - b.x);
  for (const [i, label] of placed.entries()) {
    const before = placed[i - 1];
    const overlap = before ? before.left + before.width + SPACE - label.left : 0;
    if (before && overlap > 0) {
      before.left -= overlap / 2;
      label.left += overlap / 2;
    }
  }
  let least = low;
  for (const label of placed) {
    label.left = Math.max(label.left, least);
    least = label.left + label.width + SPACE;
  }
  let most = high;
  for (const label of placed.toReversed()) {
    label.left = Math.min(label.left, most - label.width);
    most = label.left - SPACE;
  }
  return placed;
}

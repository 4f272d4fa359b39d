/**
 * The stored picture nearest to a picture, by Euclidean distance of the pixels.
 *
 * @param picture [area] bytes
 * @param stored [n × area] bytes
 * @param except a picture not to be found: the one that is asked about, where it is a stored one
 * @returns its place, and the root of the mean squared difference of pixels in units of the whole range, 0 to 1
 */
export function nearestPicture(
  picture: Uint8Array,
  stored: Uint8Array,
  except = -1,
): { index: number; distance: number } {
  const area = picture.length;
  let least = Number.POSITIVE_INFINITY;
  let index = -1;
  for (let i = 0, at = 0; at < stored.length; i++, at += area) {
    let sum = 0;
    // Most are given up after a few rows.
    for (let from = 0; from < area && sum < least; from += 28) {
      const to = Math.min(area, from + 28);
      for (let p = from; p < to; p++) {
        const difference = (picture[p] as number) - (stored[at + p] as number);
        sum += difference * difference;
      }
    }
    if (sum < least && i !== except) {
      least = sum;
      index = i;
    }
  }
  return { index, distance: Math.sqrt(least / area) / 255 };
}

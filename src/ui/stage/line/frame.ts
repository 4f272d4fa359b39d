import { linear } from '../axis';
import type { Sheet } from '../drawing';

/** Where the 1-D picture lies, and the ways from data, densities and beliefs to it. */
export interface LineFrame {
  x(value: number): number;
  y(density: number): number;
  belief(value: number): number;
  bottom: number;
  left: number;
  right: number;
  top: number;
}

/** The picture between the numbers of its axes; densities up to `most`. */
export function lineFrame(
  sheet: Pick<Sheet, 'width' | 'height' | 'type'>,
  range: readonly [number, number],
  most: number,
): LineFrame {
  const left = 14;
  const right = sheet.width - 40;
  const bottom = sheet.height - 2.6 * sheet.type;
  const roof = 26;
  return {
    x: linear(range, [left, right]),
    y: linear([0, most], [bottom, roof]),
    belief: linear([0, 1], [bottom, roof]),
    bottom,
    left,
    right,
    top: roof,
  };
}

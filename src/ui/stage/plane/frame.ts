import type { DatasetInfo } from '../../../worker/protocol';
import { linear } from '../axis';
import type { Sheet } from '../drawing';

/** The square in which the plane is drawn, and the way from data to it. */
export interface PlaneFrame {
  left: number;
  top: number;
  side: number;
  x(value: number): number;
  y(value: number): number;
}

/** The largest square that leaves room for the axes' numbers. */
export function planeFrame(sheet: Pick<Sheet, 'width' | 'height' | 'type'>, { range }: DatasetInfo): PlaneFrame {
  const [rangeX, rangeY] = range as [readonly [number, number], readonly [number, number]];
  const margin = 2.2 * sheet.type;
  const side = Math.min(sheet.width - 2 * margin, sheet.height - 1.5 * margin);
  const left = (sheet.width - side) / 2;
  const bottom = (sheet.height + side) / 2 - margin / 3;
  return {
    left,
    top: bottom - side,
    side,
    x: linear(rangeX, [left, left + side]),
    y: linear(rangeY, [bottom, bottom - side]),
  };
}

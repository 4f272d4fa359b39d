import type { PlaneFrame } from './frame';

/** Whether the point of that index is drawn full; the others are drawn hollow. */
export type Full = (index: number) => boolean;

interface Dots {
  context: CanvasRenderingContext2D;
  frame: PlaneFrame;
  points: Float32Array;
  radius: number;
  colour: string;
  full: Full;
}

/** Real points: discs, hollow where they are rejected. */
export function drawDots({ context, frame, points, radius, colour, full }: Dots): void {
  for (const filled of [true, false]) {
    context.beginPath();
    for (let i = 0; i + 1 < points.length; i += 2) {
      if (full(i / 2) !== filled) continue;
      const [px, py] = [frame.x(points[i] as number), frame.y(points[i + 1] as number)];
      context.moveTo(px + radius, py);
      context.arc(px, py, radius, 0, 2 * Math.PI);
    }
    paint(context, colour, filled);
  }
}

/**
 * Generated points: diamonds, another shape than the real ones, so that colour is not the only difference. Drawn as
 * squares on a turned sheet: one path of all of them takes browsers ten times as long.
 */
export function drawDiamonds({ context, frame, points, radius, colour, full }: Dots): void {
  const side = radius * Math.SQRT2;
  context.save();
  context.rotate(Math.PI / 4);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [px, py] = [frame.x(points[i] as number), frame.y(points[i + 1] as number)];
    const [x, y] = [(px + py) * Math.SQRT1_2 - side / 2, (py - px) * Math.SQRT1_2 - side / 2];
    if (full(i / 2)) context.fillRect(x, y, side, side);
    else context.strokeRect(x, y, side, side);
  }
  context.restore();
}

function paint(context: CanvasRenderingContext2D, colour: string, filled: boolean): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  if (filled) context.fill();
  else context.stroke();
}

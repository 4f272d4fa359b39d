import type { DatasetInfo } from '../../../worker/protocol';
import type { PlaneFrame } from './frame';

/** Length of an arrow for a gradient of 1 per model unit, and of the longest that is drawn, in shares of the frame. */
const UNIT = 0.06;
const LONGEST = 0.2;
const HEAD = 4;

interface Arrows {
  context: CanvasRenderingContext2D;
  frame: PlaneFrame;
  info: DatasetInfo;
  /** [n × 2] where they begin, data units. */
  points: Float32Array;
  /** [n × 2] gradients, model units. */
  gradient: Float32Array;
  /** 1: along the gradient, −1: against it. */
  sign: 1 | -1;
  colour: string;
}

/** An arrow at each point, as long as the gradient is strong: the scale stays, so that gradients can be seen to vanish. */
export function drawArrows({ context, frame, info, points, gradient, sign, colour }: Arrows): void {
  const [sx, sy] = info.scale as [number, number];
  const mean = Math.sqrt(sx * sy);
  context.beginPath();
  for (let i = 0; i + 1 < gradient.length; i += 2) {
    const [gx, gy] = [(gradient[i] as number) * sign, (gradient[i + 1] as number) * sign];
    const strength = Math.hypot(gx, gy);
    const length = Math.min(UNIT * strength, LONGEST) * frame.side;
    if (!(length > 0.75)) continue;
    const [x, y] = [frame.x(points[i] as number), frame.y(points[i + 1] as number)];
    // A step in model units, seen in data units: y grows upwards there.
    const [dx, dy] = [((gx / strength) * length * sx) / mean, -((gy / strength) * length * sy) / mean];
    head(context, x, y, x + dx, y + dy);
  }
  context.strokeStyle = colour;
  context.lineWidth = 1.3;
  context.stroke();
}

function head(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  const angle = Math.atan2(y1 - y0, x1 - x0);
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  for (const turn of [2.6, -2.6]) {
    context.moveTo(x1, y1);
    context.lineTo(x1 + HEAD * Math.cos(angle + turn), y1 + HEAD * Math.sin(angle + turn));
  }
}

import type { PlaneFrame } from './frame';

/** Whether the point of that index is drawn full; the others are drawn hollow. */
export type Full = (index: number) => boolean;

/** Shapes of points: another one for each kind, so that colour is not the only difference. */
type Shape = 'disc' | 'diamond';

interface Points {
  context: CanvasRenderingContext2D;
  frame: PlaneFrame;
  /** [n × 2] data units. */
  points: Float32Array;
  shape: Shape;
  radius: number;
  colour: string;
  full: Full;
}

/** Points as small pictures, which browsers set several times as fast as they draw paths. */
export function drawPoints({ context, frame, points, shape, radius, colour, full }: Points): void {
  const ratio = context.getTransform().a;
  const filled = stamp(shape, radius * ratio, colour, true);
  const hollow = stamp(shape, radius * ratio, colour, false);
  const size = filled.width / ratio;
  const whole = (value: number) => Math.round((value - size / 2) * ratio) / ratio;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const picture = full(i / 2) ? filled : hollow;
    context.drawImage(
      picture,
      whole(frame.x(points[i] as number)),
      whole(frame.y(points[i + 1] as number)),
      size,
      size,
    );
  }
}

const stamps = new Map<string, OffscreenCanvas>();

/** The picture of one point, radius in the screen's pixels. */
function stamp(shape: Shape, radius: number, colour: string, full: boolean): OffscreenCanvas {
  const key = `${shape} ${radius} ${colour} ${full}`;
  const known = stamps.get(key);
  if (known) return known;
  const size = 2 * Math.ceil(radius + 1);
  const picture = new OffscreenCanvas(size, size);
  const context = picture.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.translate(size / 2, size / 2);
  context.beginPath();
  if (shape === 'disc') context.arc(0, 0, radius, 0, 2 * Math.PI);
  else for (const [x, y] of DIAMOND) context.lineTo(radius * x, radius * y);
  context.closePath();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (full) context.fill();
  else context.stroke();
  stamps.set(key, picture);
  return picture;
}

const DIAMOND = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

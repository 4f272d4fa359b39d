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
  /** Opacity. */
  alpha: number;
  full: Full;
}

let overlay: OffscreenCanvas | null = null;
let pixels: ImageData | null = null;

/** Points as small pictures that are set pixel by pixel here: as drawings of their own, thousands cost several times as much. */
export function drawPoints({ context, frame, points, shape, radius, colour, alpha, full }: Points): void {
  const ratio = context.getTransform().a;
  // From whole pixel to whole pixel, so that nothing is blurred.
  const [left, top] = [Math.floor(frame.left * ratio), Math.floor(frame.top * ratio)];
  const side = Math.ceil(frame.side * ratio) + 1;
  if (overlay?.width !== side) {
    overlay = new OffscreenCanvas(side, side);
    pixels = new ImageData(side, side);
  }
  const { data } = pixels as ImageData;
  data.fill(0);
  const filled = stamp(shape, radius * ratio, colour, true);
  const hollow = stamp(shape, radius * ratio, colour, false);
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = frame.x(points[i] as number) * ratio - left;
    const y = frame.y(points[i + 1] as number) * ratio - top;
    set(full(i / 2) ? filled : hollow, alpha, Math.round(x - filled.width / 2), Math.round(y - filled.width / 2));
  }
  (overlay.getContext('2d') as OffscreenCanvasRenderingContext2D).putImageData(pixels as ImageData, 0, 0);
  context.drawImage(overlay, left / ratio, top / ratio, side / ratio, side / ratio);
}

/** Lays a stamp over the pixels, its upper left corner there. All have one colour, so that only the opacity adds up. */
function set({ width, data: ink }: ImageData, alpha: number, left: number, top: number): void {
  const { width: side, data } = pixels as ImageData;
  const [from, to] = [Math.max(0, -left), Math.min(width, side - left)];
  for (let row = Math.max(0, -top); row < Math.min(width, side - top); row++) {
    for (let column = from; column < to; column++) {
      const source = 4 * (row * width + column);
      const over = (ink[source + 3] as number) * alpha;
      if (over === 0) continue;
      const at = 4 * ((top + row) * side + left + column);
      data[at] = ink[source] as number;
      data[at + 1] = ink[source + 1] as number;
      data[at + 2] = ink[source + 2] as number;
      data[at + 3] = over + (data[at + 3] as number) * (1 - over / 255);
    }
  }
}

const stamps = new Map<string, ImageData>();

/** The picture of one point, radius in the screen's pixels. */
function stamp(shape: Shape, radius: number, colour: string, full: boolean): ImageData {
  const key = `${shape} ${radius} ${colour} ${full}`;
  const known = stamps.get(key);
  if (known) return known;
  const size = 2 * Math.ceil(radius + 1);
  const context = new OffscreenCanvas(size, size).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.translate(size / 2, size / 2);
  context.beginPath();
  if (shape === 'disc') context.arc(0, 0, radius, 0, 2 * Math.PI);
  else for (const [x, y] of DIAMOND) context.lineTo(radius * x, radius * y);
  context.closePath();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (full) context.fill();
  else context.stroke();
  const picture = context.getImageData(0, 0, size, size);
  stamps.set(key, picture);
  return picture;
}

const DIAMOND = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

import type { DataReplies } from '../../worker/protocol';
import { histogram, linear } from '../stage/axis';
import type { Palette } from '../stage/palette';

/** Draws samples of a data set small: a histogram, points, or a few pictures. Sharp on every screen. */
export function drawThumbnail(
  canvas: HTMLCanvasElement,
  { info, x }: DataReplies['preview'],
  palette: Pick<Palette, 'data' | 'line'>,
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context || width === 0) return;
  context.scale(ratio, ratio);
  context.fillStyle = palette.data;
  const [first, second] = info.range as [readonly [number, number], (readonly [number, number])?];
  if (info.kind === '1d' || info.kind === 'point') drawBars(context, x, first, width, height);
  else if (info.kind === '2d' && second) drawPoints(context, x, [first, second], width, height);
  else drawPictures(context, x, info.shape, width, height);
}

function drawBars(
  context: CanvasRenderingContext2D,
  x: Float32Array,
  [low, high]: readonly [number, number],
  width: number,
  height: number,
): void {
  const density = histogram(x, low, high, 60);
  const top = Math.max(...density);
  const step = width / density.length;
  for (const [i, value] of density.entries()) {
    const tall = ((height - 2) * value) / top;
    context.fillRect(i * step, height - tall, step - 0.5, tall);
  }
}

function drawPoints(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  [rangeX, rangeY]: readonly [readonly [number, number], readonly [number, number]],
  width: number,
  height: number,
): void {
  const left = (width - height) / 2;
  const x = linear(rangeX, [left, left + height]);
  const y = linear(rangeY, [height, 0]);
  context.globalAlpha = 0.6;
  for (let i = 0; i + 1 < points.length; i += 2) {
    context.fillRect(x(points[i] as number) - 0.8, y(points[i + 1] as number) - 0.8, 1.6, 1.6);
  }
}

function drawPictures(
  context: CanvasRenderingContext2D,
  values: Float32Array,
  shape: readonly number[],
  width: number,
  height: number,
): void {
  const [rows, columns, channels] = shape as [number, number, number];
  const count = values.length / (rows * columns * channels);
  const across = Math.ceil(count / 2);
  const size = Math.floor(Math.min(width / across, height / 2)) - 2;
  const small = new OffscreenCanvas(columns, rows);
  const brush = small.getContext('2d');
  if (!brush) return;
  context.imageSmoothingEnabled = false;
  for (let i = 0; i < count; i++) {
    brush.putImageData(pictureOf(values, i, rows, columns, channels), 0, 0);
    context.drawImage(small, (i % across) * (size + 2), Math.floor(i / across) * (size + 2), size, size);
  }
}

/** The i-th picture of pixels in [−1, 1]. */
function pictureOf(values: Float32Array, i: number, rows: number, columns: number, channels: number): ImageData {
  const image = new ImageData(columns, rows);
  const start = i * rows * columns * channels;
  for (let p = 0; p < rows * columns; p++) {
    for (let c = 0; c < 3; c++) {
      const value = values[start + p * channels + (channels === 3 ? c : 0)] as number;
      image.data[4 * p + c] = 127.5 * (value + 1);
    }
    image.data[4 * p + 3] = 255;
  }
  return image;
}

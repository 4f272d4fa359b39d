import type { LayerInside } from '../../core/inside';

const WIDTH = 120;
const HEIGHT = 44;
/** Feature maps of a convolution that are shown. */
const MAPS = 16;

/** A histogram of a layer's weights, with a mark at 0. */
export function drawSpread(canvas: HTMLCanvasElement, { weights }: LayerInside, colour: string, quiet: string): void {
  const context = sized(canvas, WIDTH, HEIGHT);
  if (!context || !weights) return;
  const { counts, from, to } = weights;
  const most = Math.max(...counts);
  context.fillStyle = colour;
  for (const [i, count] of counts.entries()) {
    const height = (count / most) * (HEIGHT - 2);
    context.fillRect((i * WIDTH) / counts.length, HEIGHT - height, WIDTH / counts.length - 1, height);
  }
  if (from > 0 || to < 0) return;
  context.fillStyle = quiet;
  context.fillRect((-from / (to - from || 1)) * WIDTH, 0, 1, HEIGHT);
}

/** What a layer makes of one input: feature maps [h, w, c] side by side, anything else as one row of cells. */
export function drawOutput(canvas: HTMLCanvasElement, { output }: LayerInside): void {
  if (!output) return;
  const { shape, values } = output;
  const [height, width, channels] = shape.length === 3 ? (shape as [number, number, number]) : [1, values.length, 1];
  const maps = Math.min(MAPS, channels);
  const columns = Math.ceil(Math.sqrt(maps));
  const rows = Math.ceil(maps / columns);
  const context = sized(canvas, columns * (width + 1) - 1, rows * (height + 1) - 1);
  // Pictures keep their proportions; a row of cells is as tall as the histograms.
  if (shape.length === 3) canvas.style.height = 'auto';
  if (!context) return;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12);
  for (let map = 0; map < maps; map++) {
    const picture = new ImageData(width, height);
    for (let i = 0; i < width * height; i++) {
      picture.data.set(shade((values[i * channels + map] as number) / largest), 4 * i);
    }
    context.putImageData(picture, (map % columns) * (width + 1), Math.floor(map / columns) * (height + 1));
  }
}

/** From orange (−1) through white to blue (1), as all of the page. */
function shade(share: number): number[] {
  const [r, g, b] = share < 0 ? [213, 94, 0] : [0, 114, 178];
  const pale = 1 - Math.min(1, Math.abs(share));
  return [r, g, b].map((channel) => Math.round((channel as number) + pale * (255 - (channel as number)))).concat(255);
}

function sized(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d');
}

import { save } from '../bar/save';
import { readPalette } from './palette';

const GAP = 12;
/** Small pictures are saved so large: each of their pixels a square that one can see. */
const ENLARGED = 6;
const SMALL = 400;

/** What a frame of the stage shows as one PNG: its canvas, or the pictures of the tool that took its place, in a column. */
export function savePictures(frame: HTMLElement): void {
  const shown = frame.querySelectorAll<HTMLCanvasElement>('.stage-box canvas, .latent-tool canvas, .character canvas');
  const parts = [...shown].map((canvas) => ({ canvas, scale: canvas.width < SMALL ? ENLARGED : 1 }));
  if (parts.length === 0) return;
  const picture = document.createElement('canvas');
  picture.width = Math.max(...parts.map(({ canvas, scale }) => canvas.width * scale));
  picture.height = parts.reduce((sum, { canvas, scale }) => sum + canvas.height * scale + GAP, -GAP);
  const context = picture.getContext('2d') as CanvasRenderingContext2D;
  // On the page's ground: a transparent picture would lose its words on another one.
  context.fillStyle = readPalette().panel;
  context.fillRect(0, 0, picture.width, picture.height);
  context.imageSmoothingEnabled = false;
  let top = 0;
  for (const { canvas, scale } of parts) {
    context.drawImage(canvas, 0, top, canvas.width * scale, canvas.height * scale);
    top += canvas.height * scale + GAP;
  }
  picture.toBlob(async (blob) => {
    if (blob) save('minimax-stage.png', 'image/png', new Uint8Array(await blob.arrayBuffer()));
  });
}

import { readPalette } from '../stage/palette';

/**
 * What the canvases inside an element show, as one picture of that element on the page's ground (a transparent one would lose
 * its words on another), at most `widest` pixels wide. Contenders of a duel keep their letters.
 */
export function compose(area: HTMLElement, widest = Number.POSITIVE_INFINITY): HTMLCanvasElement {
  const box = area.getBoundingClientRect();
  const scale = Math.min(window.devicePixelRatio || 1, widest / box.width);
  const picture = document.createElement('canvas');
  picture.width = Math.max(1, Math.round(box.width * scale));
  picture.height = Math.max(1, Math.round(box.height * scale));
  const context = picture.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  const palette = readPalette();
  context.fillStyle = palette.panel;
  context.fillRect(0, 0, picture.width, picture.height);
  context.scale(scale, scale);
  context.font = 'bold 16px system-ui, sans-serif';
  context.textBaseline = 'top';
  for (const canvas of area.querySelectorAll('canvas')) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    if (canvas.width === 0 || canvas.height === 0) continue;
    context.imageSmoothingEnabled = getComputedStyle(canvas).imageRendering !== 'pixelated';
    context.drawImage(canvas, left - box.left, top - box.top, width, height);
    context.fillStyle = palette.text;
    const letter = canvas.closest<HTMLElement>('[data-contender]')?.dataset['contender'];
    if (letter) context.fillText(letter, left - box.left + 4, top - box.top + 4);
  }
  return picture;
}

/** Writes a line at the foot of a picture. */
export function subtitle(picture: HTMLCanvasElement, text: string): void {
  const context = picture.getContext('2d') as CanvasRenderingContext2D;
  const palette = readPalette();
  context.resetTransform();
  context.font = '13px system-ui, sans-serif';
  context.textBaseline = 'bottom';
  context.fillStyle = palette.panel;
  context.fillRect(4, picture.height - 22, context.measureText(text).width + 8, 18);
  context.fillStyle = palette.text;
  context.fillText(text, 8, picture.height - 6);
}

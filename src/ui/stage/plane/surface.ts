import type { Stage2d } from '../../../core/stage';
import type { Beliefs } from '../belief';
import type { Sheet } from '../drawing';
import { type Palette, type Rgb, surfaceColour } from '../palette';
import type { PlaneFrame } from './frame';

/** Shades of D's surface: enough that no step is seen. */
const SHADES = 256;
let surface: OffscreenCanvas | null = null;
let shadesOf: { surface: string; shades: readonly Rgb[] } | null = null;

/** The shades of a theme's surface, made once. */
function shadesFor(colours: Palette['surface']): readonly Rgb[] {
  const surface = colours.join();
  if (shadesOf?.surface !== surface) {
    const shades = Array.from({ length: SHADES }, (_, i) => surfaceColour(colours, i / (SHADES - 1)));
    shadesOf = { surface, shades };
  }
  return shadesOf.shades;
}

/** D's surface in its colours, smooth between the cells. */
export function drawSurface(sheet: Sheet, frame: PlaneFrame, stage: Stage2d, beliefs: Beliefs): void {
  const shades = shadesFor(sheet.palette.surface);
  const cells = stage.side;
  const image = new ImageData(cells, cells);
  const { data } = image;
  for (let row = 0; row < cells; row++) {
    // Scores begin at the lowest y, pictures at the top.
    let at = 4 * (cells - 1 - row) * cells;
    for (let column = 0; column < cells; column++, at += 4) {
      const belief = beliefs.of(stage.score[row * cells + column] as number);
      const shade = shades[Math.round(belief * (SHADES - 1))];
      if (!shade) continue;
      data[at] = shade[0];
      data[at + 1] = shade[1];
      data[at + 2] = shade[2];
      data[at + 3] = 255;
    }
  }
  if (surface?.width !== cells) surface = new OffscreenCanvas(cells, cells);
  surface.getContext('2d')?.putImageData(image, 0, 0);
  sheet.context.imageSmoothingEnabled = true;
  // Between cells this small, straight lines do; the finer kinds of smoothing take browsers three times as long.
  sheet.context.imageSmoothingQuality = 'low';
  sheet.context.drawImage(surface, frame.left, frame.top, frame.side, frame.side);
}

import type { Face } from './factors';
import { drawEyes, drawHead, drawMouth, drawNose } from './features';
import { frameOf } from './frame';
import { drawHair, drawHairBehind } from './hair';
import { ColourPainter, LinePainter, type Painter } from './painter';
import { drawBeard, drawBody, drawGlasses, drawHat, groundOf } from './wear';

/** From back to front. */
const LAYERS = [
  drawHairBehind,
  drawBody,
  drawHead,
  drawNose,
  drawBeard,
  drawMouth,
  drawEyes,
  drawHair,
  drawGlasses,
  drawHat,
];

function paint(face: Face, painter: Painter): void {
  const frame = frameOf(face);
  for (const draw of LAYERS) draw(frame, painter);
}

/** Hats, buns and curls need room above. */
const lowered = ({ hat, hairStyle }: Face): number =>
  hat === 'beanie' ? 0.09 : hat !== 'none' || hairStyle === 'bun' ? 0.05 : hairStyle === 'curly' ? 0.03 : 0;

/** The face in colours, [side × side × 3] in [−1, 1]; the same bits everywhere. */
export function drawFace(face: Face, side = 32): Float32Array {
  const painter = new ColourPainter(side, lowered(face), groundOf(face));
  paint(face, painter);
  return toRange(painter.pixels);
}

/** The same face as a line drawing, [side × side] from −1 (ink) to 1 (paper). */
export function drawLines(face: Face, side = 32): Float32Array {
  const painter = new LinePainter(side, lowered(face));
  paint(face, painter);
  return toRange(painter.pixels);
}

/** From 0…1 to −1…1, in place. */
function toRange(pixels: Float32Array): Float32Array {
  for (let i = 0; i < pixels.length; i++) pixels[i] = 2 * (pixels[i] as number) - 1;
  return pixels;
}

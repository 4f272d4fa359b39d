import type { Stream } from '../../core/random';
import { defineDataset } from '../define';
import { GLYPHS, type Stroke } from './glyphs';
import { chainOf, drawWarp, type Hand, ink } from './strokes';

const SIDE = 28;
const SHAKE = 0.018;

/**
 * Handwritten digits made by program: strokes of a soft pen of random width, slant, turn, size and distortion, 28 × 28 in
 * [−1, 1] with their labels. They stand in for MNIST where it is not at hand, and never run out.
 */
export const penDigits = defineDataset({
  id: 'pen-digits',
  kind: 'image',
  source: 'procedural',
  shape: [SIDE, SIDE, 1],
  classes: GLYPHS.length,
  params: {
    pen: { kind: 'float', default: 1.25, min: 0.6, max: 2.2, group: 'data' },
    slant: { kind: 'float', default: 0.16, min: 0, max: 0.5, group: 'data' },
    warp: { kind: 'float', default: 1, min: 0, max: 2, group: 'data' },
  },
  open(hand) {
    return {
      info: {
        id: 'pen-digits',
        kind: 'image',
        shape: [SIDE, SIDE, 1],
        shift: [0],
        scale: [1],
        range: [[-1, 1]],
        classes: GLYPHS.map((_, digit) => String(digit)),
      },
      sample(stream, count) {
        const x = new Float32Array(count * SIDE * SIDE);
        const labels = new Int32Array(count);
        for (let i = 0; i < count; i++) {
          labels[i] = stream.below(GLYPHS.length);
          writeDigit(labels[i] as number, hand, stream, x.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE));
        }
        return { x, labels };
      },
    };
  },
});

/** Writes one digit into `picture` [28 × 28], from −1 (paper) to 1 (ink). */
function writeDigit(digit: number, hand: Hand, stream: Stream, picture: Float32Array): void {
  const variants = GLYPHS[digit] as readonly (readonly Stroke[])[];
  const strokes = variants[stream.below(variants.length)] as readonly Stroke[];
  const warp = drawWarp(stream, hand, SIDE);
  const pen = hand.pen * (0.75 + 0.5 * stream.uniform());
  for (const stroke of strokes) {
    const taper = 0.12 * stream.normal();
    ink(picture, SIDE, chainOf(stroke, SHAKE * hand.warp, stream, warp), [pen * (1 + taper), pen * (1 - taper)]);
  }
  for (let i = 0; i < picture.length; i++) picture[i] = 2 * (picture[i] as number) - 1;
}

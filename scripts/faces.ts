/**
 * Draws faces of our own set as one PNG: rows of random ones, and the last row once more as line drawings.
 *
 * `npm run faces -- --rows 3 --seed 1 --out docs/faces.png`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { Stream } from '../src/core/random';
import { drawFace, drawLines } from '../src/data/images/faces/draw';
import { randomFace } from '../src/data/images/faces/factors';
import { encodeSheet } from '../src/headless/sheet';
import { toBytes } from '../src/training/pictures';

const COLUMNS = 16;
const SIDE = 32;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'docs/faces.png' },
  },
});

const stream = new Stream(Number(values.seed), 'faces');
const faces = Array.from({ length: Number(values.rows) * COLUMNS }, () => randomFace(stream));
const grey = (pixels: Float32Array): Float32Array =>
  Float32Array.from({ length: 3 * pixels.length }, (_, i) => pixels[Math.floor(i / 3)] as number);
const pictures = [
  ...faces.map((face) => drawFace(face, SIDE)),
  ...faces.slice(-COLUMNS).map((face) => grey(drawLines(face, SIDE))),
];
const pixels = new Uint8Array(pictures.length * SIDE * SIDE * 3);
for (const [i, picture] of pictures.entries()) pixels.set(toBytes(picture), i * picture.length);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, encodeSheet(pixels, [SIDE, SIDE, 3], COLUMNS, 2));

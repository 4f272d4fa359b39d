import type { ScoreMeaning } from '../../core/catalog';
import type { StageImages } from '../../core/stage';
import type { DatasetInfo } from '../../worker/protocol';
import { type Beliefs, readScores } from './belief';
import { type Sheet, write } from './drawing';
import { surfaceColour } from './palette';

/** One block of pictures: where it lies and how large its cells are. */
export interface Block {
  left: number;
  top: number;
  columns: number;
  /** Side of a picture and distance from one to the next, in pixels. */
  size: number;
  pitch: number;
  count: number;
}

/** Share of their size that pictures keep at least when they are cut to whole pixels. */
const WORTH = 0.75;
const GAP = 4;
const BAR = 4;

/**
 * Fills a box with as large pictures as fit, each with room for its bar below. Their size is a multiple of `grain` where
 * that costs little: then every pixel of a picture covers equally many of the screen.
 */
export function fitBlock(
  left: number,
  top: number,
  width: number,
  height: number,
  count: number,
  grain: number,
): Block {
  let best: Block = { left, top, columns: 1, size: 0, pitch: 0, count };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const pitch = Math.min(width / columns, height / rows - BAR);
    const size = Math.floor(pitch - GAP);
    if (size > best.size) best = { left, top, columns, size, pitch: size + GAP, count };
  }
  const whole = Math.floor(best.size / grain) * grain;
  if (whole < WORTH * best.size) return best;
  const pitch = whole + GAP;
  return { ...best, columns: Math.min(count, Math.floor((width + GAP) / pitch)), size: whole, pitch };
}

/** Both blocks of the image stage: the generated pictures take the larger part of the box. */
export function layoutImages(
  sheet: Pick<Sheet, 'width' | 'height' | 'type'>,
  stage: Pick<StageImages, 'realScore' | 'fakeScore'>,
  [side = 1]: readonly number[],
) {
  const grain = side / (globalThis.devicePixelRatio || 1);
  const head = 1.8 * sheet.type;
  const wide = sheet.width > 1.15 * sheet.height;
  const fakes = stage.fakeScore.length;
  const reals = stage.realScore.length;
  if (wide) {
    const split = sheet.width * 0.66;
    return {
      fake: fitBlock(0, head, split - 12, sheet.height - head, fakes, grain),
      real: fitBlock(split + 12, head, sheet.width - split - 12, sheet.height - head, reals, grain),
    };
  }
  const fake = fitBlock(0, head, sheet.width, sheet.height * 0.64 - head, fakes, grain);
  // The real ones begin where the generated ones end, which whole pixels may make earlier.
  const split = fake.top + Math.ceil(fakes / fake.columns) * (fake.pitch + BAR);
  return { fake, real: fitBlock(0, split + head, sheet.width, sheet.height * 0.36 - head, reals, grain) };
}

/** Generated and real pictures, each with a bar that shows what D believes of it. */
export function drawImages(
  sheet: Sheet,
  stage: StageImages,
  info: DatasetInfo,
  meaning: ScoreMeaning,
  words: { real: string; fake: string },
): void {
  const { fake, real } = layoutImages(sheet, stage, info.shape);
  const { palette, type } = sheet;
  write(sheet, words.fake, fake.left, fake.top - 0.6 * type, palette.generatedText, { bold: true });
  write(sheet, words.real, real.left, real.top - 0.6 * type, palette.dataText, { bold: true });
  const beliefs = readScores(meaning, [...stage.realScore, ...stage.fakeScore]);
  drawBlock(sheet, fake, stage.fake, stage.fakeScore, info.shape, beliefs);
  drawBlock(sheet, real, stage.real, stage.realScore, info.shape, beliefs);
}

function drawBlock(
  sheet: Sheet,
  block: Block,
  pixels: Uint8Array,
  scores: Float32Array,
  shape: readonly number[],
  beliefs: Beliefs,
): void {
  const { context, palette } = sheet;
  const [height, width] = shape as [number, number, number];
  const strip = stripOf(pixels, shape, block.count);
  context.imageSmoothingEnabled = false;
  for (let i = 0; i < block.count; i++) {
    const x = block.left + (i % block.columns) * block.pitch;
    const y = block.top + Math.floor(i / block.columns) * (block.pitch + BAR);
    context.drawImage(strip, 0, i * height, width, height, x, y, block.size, block.size);
    const belief = beliefs.of(scores[i] as number);
    if (Number.isNaN(belief)) continue; // the system scores nothing
    context.fillStyle = palette.line;
    context.fillRect(x, y + block.size + 1, block.size, BAR - 1);
    const [r, g, b] = surfaceColour(
      [
        [213, 94, 0],
        [150, 150, 150],
        [0, 114, 178],
      ],
      belief,
    );
    context.fillStyle = `rgb(${r} ${g} ${b})`;
    context.fillRect(x, y + block.size + 1, block.size * belief, BAR - 1);
  }
}

/** All pictures one below the other as a canvas. */
export function stripOf(pixels: Uint8Array, shape: readonly number[], count: number): OffscreenCanvas {
  const [height, width, channels] = shape as [number, number, number];
  const image = new ImageData(width, height * count);
  for (let i = 0; i < width * height * count; i++) {
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = pixels[channels === 3 ? 3 * i + c : i] as number;
    image.data[4 * i + 3] = 255;
  }
  const strip = new OffscreenCanvas(width, height * count);
  strip.getContext('2d')?.putImageData(image, 0, 0);
  return strip;
}

/** Which picture of which block lies under a point; null between them. */
export function pictureAt(
  blocks: { real: Block; fake: Block },
  x: number,
  y: number,
): { block: 'real' | 'fake'; index: number } | null {
  for (const name of ['fake', 'real'] as const) {
    const block = blocks[name];
    const column = Math.floor((x - block.left) / block.pitch);
    const row = Math.floor((y - block.top) / (block.pitch + BAR));
    const index = row * block.columns + column;
    if (column >= 0 && column < block.columns && row >= 0 && index < block.count) return { block: name, index };
  }
  return null;
}

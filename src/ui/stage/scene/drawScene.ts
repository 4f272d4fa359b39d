import type { SceneShown } from '../../../core/stage';
import type { DatasetInfo } from '../../../worker/protocol';
import { stripOf } from '../drawImages';
import { type Sheet, widthOf, write } from '../drawing';
import { type PlaneFrame, planeFrame } from '../plane/frame';
import { drawPoints } from '../plane/points';
import { categoryColour } from './categories';

const GAP = 3;
/** How far the plane of codes reaches, in standard deviations of the prior. */
const REACH = 3.6;

/** Draws what a system shows of itself: rows of pictures or of points, or codes in their plane. */
export function drawScene(sheet: Sheet, scene: SceneShown, info: DatasetInfo, nameOf: (row: string) => string): void {
  const names = scene.rows.map(nameOf);
  if (scene.kind === 'codes') drawCodes(sheet, scene, info);
  else if (info.kind === 'image') drawRows(sheet, scene, info, names);
  else drawClouds(sheet, scene, info, names);
}

/** Room between bands of rows, in pixels. */
const BAND = 14;

/**
 * Into how many bands, one below the other, rows of so many pictures are cut, so that these become as large as the box lets them:
 * the bands, the columns of each, and the side of a picture with its gap. A band's names need a height of their own.
 */
export function bandsOf(columns: number, rows: number, width: number, height: number, ofNames = 0) {
  let best = { bands: 1, columns, pitch: 0 };
  for (let bands = 1; bands <= columns; bands++) {
    const across = Math.ceil(columns / bands);
    const pitch = Math.min(width / across, (height - (bands - 1) * BAND) / (rows * bands));
    if (bands > 1 && bands * (ofNames + BAND) > height) break;
    if (pitch > 1.05 * best.pitch) best = { bands, columns: across, pitch };
  }
  return best;
}

/** Most letters of a line of a row's name, which may be a sentence. */
const LINE = 22;

/** A name broken between its words. */
export function linesOf(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && longer.length <= LINE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Rows of pictures, each with its name before it; every pixel of a picture covers equally many of the screen. */
function drawRows(sheet: Sheet, scene: SceneShown, { shape }: DatasetInfo, names: readonly string[]): void {
  const { context, palette, width, height, type } = sheet;
  const [pixelsHigh, pixelsWide] = shape as [number, number, number];
  const pixels = scene.values as Uint8Array;
  const count = pixels.length / (pixelsHigh * pixelsWide * (shape[2] as number));
  const rows = Math.ceil(count / scene.columns);
  const lines = names.map((name) => linesOf(name));
  const margin = names.length > 0 ? Math.max(...lines.flat().map((line) => widthOf(sheet, line))) + 10 : 0;
  const nameHeights = lines.map((own) => own.length * 1.25 * type);
  const ofNames = nameHeights.reduce((sum, one) => sum + one, 0);
  // Only rows with names can be cut: a grid is one picture.
  const whole = { bands: 1, columns: scene.columns, pitch: Math.min((width - margin) / scene.columns, height / rows) };
  const {
    bands,
    columns,
    pitch: largest,
  } = names.length > 0 ? bandsOf(scene.columns, rows, width - margin, height, ofNames) : whole;
  const grain = pixelsWide / (globalThis.devicePixelRatio || 1);
  const cut = Math.floor((largest - GAP) / grain) * grain;
  const size = Math.max(1, cut > 0.8 * largest ? cut : largest - GAP);
  const pitch = size + GAP;
  const left = margin + Math.max(0, (width - margin - columns * pitch) / 2);
  // A row is as tall as its pictures, or as its name.
  const heights = Array.from({ length: rows }, (_, row) => Math.max(pitch, nameHeights[row] ?? 0));
  const middles = heights.map((own, row) => heights.slice(0, row).reduce((sum, one) => sum + one, own / 2));
  const tall = heights.reduce((sum, one) => sum + one, BAND);
  const top = Math.max(0, (height - bands * tall + BAND) / 2);
  const strip = stripOf(pixels, shape, count);
  context.imageSmoothingEnabled = false;
  for (let i = 0; i < count; i++) {
    const [row, column] = [Math.floor(i / scene.columns), i % scene.columns];
    const x = left + (column % columns) * pitch;
    const y = top + Math.floor(column / columns) * tall + (middles[row] as number) - pitch / 2;
    context.drawImage(strip, 0, i * pixelsHigh, pixelsWide, pixelsHigh, x, y, size, size);
  }
  for (let band = 0; band < bands; band++) {
    for (const [row, own] of lines.entries()) {
      const middle = top + band * tall + (middles[row] as number) - GAP / 2;
      for (const [i, line] of own.entries()) {
        const y = middle + (i - (own.length - 1) / 2) * 1.25 * type;
        write(sheet, line, left - 8, y, palette.text, { align: 'right', base: 'middle', bold: true });
      }
    }
  }
  context.font = `${type}px system-ui, sans-serif`;
}

/** Rows of points as clouds, each in its colour, named where its middle lies or, where they overlap, in a list. */
function drawClouds(sheet: Sheet, scene: SceneShown, info: DatasetInfo, names: readonly string[]): void {
  const frame = planeFrame(sheet, info);
  const { context, palette } = sheet;
  const length = scene.values.length / Math.max(1, names.length);
  context.strokeStyle = palette.line;
  context.strokeRect(frame.left, frame.top, frame.side, frame.side);
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.side, frame.side);
  context.clip();
  for (const row of names.keys()) {
    const points = (scene.values as Float32Array).subarray(row * length, (row + 1) * length);
    const colour = categoryColour(row, names.length, palette);
    drawPoints({
      context,
      frame,
      points,
      shape: 'disc',
      radius: Math.max(1.6, frame.side / 240),
      colour,
      alpha: 1,
      full: () => true,
    });
  }
  context.restore();
  listNames(sheet, names, frame.left + 8, frame.top + 8);
}

/** Codes of real samples over the prior, whose contours are one, two and three standard deviations away. */
function drawCodes(sheet: Sheet, scene: SceneShown, info: DatasetInfo): void {
  const range = [
    [-REACH, REACH],
    [-REACH, REACH],
  ] as const;
  const frame = planeFrame(sheet, { ...info, range });
  const { context, palette } = sheet;
  context.strokeStyle = palette.line;
  context.strokeRect(frame.left, frame.top, frame.side, frame.side);
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.side, frame.side);
  context.clip();
  context.strokeStyle = palette.theory;
  context.setLineDash([5, 3]);
  for (const deviations of [1, 2, 3]) {
    context.beginPath();
    context.arc(frame.x(0), frame.y(0), frame.x(deviations) - frame.x(0), 0, 2 * Math.PI);
    context.stroke();
  }
  context.setLineDash([]);
  const [codes, spreads] = parted(scene);
  if (spreads) drawSpreads(sheet, frame, codes, spreads);
  const classes = scene.labels ? (info.classes ?? []) : [''];
  for (const label of classes.keys()) {
    const points = codes.filter((_, i) => !scene.labels || scene.labels[i >> 1] === label);
    const colour = scene.labels ? categoryColour(label, classes.length, palette) : palette.data;
    drawPoints({
      context,
      frame,
      points,
      shape: 'disc',
      radius: Math.max(2, frame.side / 200),
      colour,
      alpha: 1,
      full: () => true,
    });
    // The name in the middle of its cloud, so that colour is not the only difference.
    if (points.length > 0) {
      const middle = (axis: 0 | 1) =>
        points.filter((_, i) => i % 2 === axis).reduce((a, b) => a + b, 0) / (points.length / 2);
      const place = { align: 'center', base: 'middle', bold: true, rim: true } as const;
      write(sheet, classes[label] as string, frame.x(middle(0)), frame.y(middle(1)), palette.text, place);
    }
  }
  context.restore();
}

/** Places [n × 2], and standard deviations [n × 2] where codes are distributions. */
function parted({ values, columns }: SceneShown): [codes: Float32Array, spreads: Float32Array | null] {
  const all = values as Float32Array;
  if (all.length === 2 * columns) return [all, null];
  const part = (from: number) => all.filter((_, i) => i % 4 >= from && i % 4 < from + 2);
  return [part(0), part(2)];
}

/** One standard deviation around each code, faint: where the posteriors overlap, it gets dark. */
function drawSpreads({ context, palette }: Sheet, frame: PlaneFrame, codes: Float32Array, spreads: Float32Array): void {
  const unit = frame.x(1) - frame.x(0);
  context.fillStyle = palette.generated;
  context.globalAlpha = 0.08;
  for (let i = 0; i < codes.length; i += 2) {
    const [x, y] = [frame.x(codes[i] as number), frame.y(codes[i + 1] as number)];
    context.beginPath();
    context.ellipse(x, y, unit * (spreads[i] as number), unit * (spreads[i + 1] as number), 0, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Names one below the other, each in its colour. */
function listNames(sheet: Sheet, names: readonly string[], left: number, top: number): void {
  const { context, palette, type } = sheet;
  const columns = Math.ceil((names.length * 1.4 * type) / (sheet.height * 0.8));
  const rows = Math.ceil(names.length / columns);
  const wide = Math.max(...names.map((name) => widthOf(sheet, name))) + 2.6 * type;
  for (const [i, name] of names.entries()) {
    const x = left + Math.floor(i / rows) * wide;
    const y = top + ((i % rows) + 0.5) * 1.4 * type;
    context.fillStyle = categoryColour(i, names.length, palette);
    context.fillRect(x, y - 0.4 * type, 0.8 * type, 0.8 * type);
    write(sheet, name, x + 1.2 * type, y, palette.text, { base: 'middle', rim: true });
  }
}

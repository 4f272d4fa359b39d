import { multiply, packAll } from './product';
import { partAt } from './team';
import { multiplyRows } from './tiles';
import { move, word } from './vector';

/**
 * Convolutions as products of matrices: what a filter sees of a picture is laid out as one row (a patch), a few pictures
 * at a time, so that the rows stay in the second-level cache. With many pictures it goes without patches: see below.
 *
 * [op, length, kind, pictures, height, width, in, filter height, filter width, stride, stride, top, left, out height,
 *  out width, out, x, filter, y, patches, scratch (for what is packed), pictures at a time, or 0: without
 *  patches, bytes that a thread's patches are behind those of the one before, the same of what it packs, parts];
 *  x [n, h, w, in], y [n, oh, ow, out]
 *
 * Threads share it by pictures, and the filter's gradient by places in the filter's lines.
 */
let height: i32 = 0;
let width: i32 = 0;
let channels: i32 = 0;
let filterHeight: i32 = 0;
let filterWidth: i32 = 0;
let strideHeight: i32 = 0;
let strideWidth: i32 = 0;
let top: i32 = 0;
let left: i32 = 0;
let outHeight: i32 = 0;
let outWidth: i32 = 0;

/** Kinds: y from x and the filter; x from y and the filter; the filter's gradient from x and y. */
const INPUT: i32 = 1;
const FILTER: i32 = 2;

const TRANSPOSE_A: i32 = 1;
const ACCUMULATE: i32 = 4;
const PACKED: i32 = 8;

/** What is done once, before the parts: packs the filter. */
export function prepareConvolution(at: usize): void {
  readShapes(at);
  const kind = word(at, 2);
  const out = word(at, 15);
  const taps = filterHeight * filterWidth * channels;
  const filter = <usize>word(at, 17);
  const scratch = <usize>word(at, 20);
  if (kind === INPUT) packAll(true, taps, out, filter, out, scratch);
  else if (kind !== FILTER) packAll(false, out, taps, filter, out, scratch);
}

/** Sets what the functions below have in common. */
function readShapes(at: usize): void {
  height = word(at, 4);
  width = word(at, 5);
  channels = word(at, 6);
  filterHeight = word(at, 7);
  filterWidth = word(at, 8);
  strideHeight = word(at, 9);
  strideWidth = word(at, 10);
  top = word(at, 11);
  left = word(at, 12);
  outHeight = word(at, 13);
  outWidth = word(at, 14);
}

/** One of the parts, after {@link prepareConvolution}. */
export function convolutionPart(at: usize, part: i32, parts: i32, thread: i32): void {
  readShapes(at);
  const kind = word(at, 2);
  const pictures = word(at, 3);
  const out = word(at, 15);
  const x = <usize>word(at, 16);
  const filter = <usize>word(at, 17);
  const y = <usize>word(at, 18);
  const patches = <usize>word(at, 19) + <usize>(thread * word(at, 22));
  const packed = <usize>word(at, 20) + <usize>(thread * word(at, 23));
  const chunk = word(at, 21);
  if (kind === FILTER && chunk === 0) {
    const line = filterWidth * channels;
    const from = partAt(part, parts, line, 8);
    const to = partAt(part + 1, parts, line, 8);
    correlate(pictures, out, x, filter, y, patches, packed, from, to);
    return;
  }
  // Pictures whose rows fill a tile, or whose patches are laid out together, stay so: sums are the same in any number of parts.
  const unit = chunk > 0 ? chunk : 4;
  const first = partAt(part, parts, pictures, unit);
  const count = partAt(part + 1, parts, pictures, unit) - first;
  const ofX = x + ((<usize>(first * height * width * channels)) << 2);
  const ofY = y + ((<usize>(first * outHeight * outWidth * out)) << 2);
  if (chunk > 0) throughPatches(kind, count, chunk, out, ofX, filter, ofY, patches, packed);
  else if (kind === INPUT) spread(count, out, ofX, packed, ofY);
  else collect(count, out, ofX, packed, ofY);
}

/** One of the three through patches of a few pictures at a time. What is packed: the filter, but for its gradient, which has it as scratch. */
function throughPatches(
  kind: i32,
  pictures: i32,
  chunk: i32,
  out: i32,
  x: usize,
  filter: usize,
  y: usize,
  patches: usize,
  packed: usize,
): void {
  const pictureX = (<usize>(height * width * channels)) << 2;
  const cells = outHeight * outWidth;
  const taps = filterHeight * filterWidth * channels;
  const patch = (<usize>(cells * taps)) << 2;
  for (let n = 0; n < pictures; n += chunk) {
    const count = min(chunk, pictures - n);
    const rows = count * cells;
    const ofX = x + <usize>n * pictureX;
    const ofY = y + ((<usize>(n * cells * out)) << 2);
    if (kind === INPUT) {
      multiply(PACKED, rows, taps, out, ofY, out, packed, 0, patches, taps, 0);
      memory.fill(ofX, 0, <usize>count * pictureX);
      for (let i = 0; i < count; i++) scatter(ofX + <usize>i * pictureX, patches + <usize>i * patch);
      continue;
    }
    for (let i = 0; i < count; i++) gather(ofX + <usize>i * pictureX, patches + <usize>i * patch);
    if (kind === FILTER) {
      const flags = TRANSPOSE_A | (n > 0 ? ACCUMULATE : 0);
      multiply(flags, taps, out, rows, patches, taps, ofY, out, filter, out, packed);
    } else multiply(PACKED, rows, out, taps, patches, taps, packed, 0, ofY, out, 0);
  }
}

/**
 * y from x without patches: for each of its cells and each line of the filter, one product with the pictures as rows. What
 * lies outside of the picture is skipped.
 */
function collect(pictures: i32, out: i32, x: usize, packed: usize, y: usize): void {
  const pixel = (<usize>channels) << 2;
  const rowX = <usize>(height * width) * pixel;
  const rowY = (<usize>(outHeight * outWidth * out)) << 2;
  const taps = filterHeight * filterWidth * channels;
  for (let oy = 0; oy < outHeight; oy++) {
    const y0 = oy * strideHeight - top;
    const firstLine = max(0, -y0);
    for (let ox = 0; ox < outWidth; ox++) {
      const x0 = ox * strideWidth - left;
      const first = max(0, -x0);
      const depth = max(0, min(filterWidth, width - x0) - first) * channels;
      const cell = y + ((<usize>((oy * outWidth + ox) * out)) << 2);
      // One line at least, so that y is written where all lies outside.
      for (let fy = firstLine; fy === firstLine || fy < min(filterHeight, height - y0); fy++) {
        const inside = y0 + fy < height && fy < filterHeight ? depth : 0;
        const a = x + <usize>((y0 + fy) * width + x0 + first) * pixel;
        const lines = packed + <usize>(fy * filterWidth + first) * (pixel << 3);
        for (let j = 0; j < out; j += 8) {
          const panel = lines + ((<usize>(j * taps)) << 2);
          const columns = min(8, out - j);
          const add = fy > firstLine;
          multiplyRows(
            a,
            rowX,
            4,
            pictures,
            panel,
            32,
            inside,
            cell,
            rowY,
            (<usize>j) << 2,
            j,
            columns,
            false,
            add,
            false,
          );
        }
      }
    }
  }
}

/** x from y without patches, likewise; `in` is a multiple of 8. */
function spread(pictures: i32, out: i32, x: usize, packed: usize, y: usize): void {
  const pixel = (<usize>channels) << 2;
  const rowX = <usize>(height * width) * pixel;
  const rowY = (<usize>(outHeight * outWidth * out)) << 2;
  memory.fill(x, 0, <usize>pictures * rowX);
  for (let oy = 0; oy < outHeight; oy++) {
    const y0 = oy * strideHeight - top;
    for (let ox = 0; ox < outWidth; ox++) {
      const x0 = ox * strideWidth - left;
      const first = max(0, -x0);
      const columns = (min(filterWidth, width - x0) - first) * channels;
      const a = y + ((<usize>((oy * outWidth + ox) * out)) << 2);
      for (let fy = max(0, -y0); fy < min(filterHeight, height - y0); fy++) {
        const to = x + <usize>((y0 + fy) * width + x0 + first) * pixel;
        const panels = packed + <usize>((fy * filterWidth + first) * out) * pixel;
        for (let j = 0; j < columns; j += 8) {
          const panel = panels + ((<usize>(j * out)) << 2);
          multiplyRows(a, rowY, 4, pictures, panel, 32, out, to, rowX, (<usize>j) << 2, j, 8, false, true, false);
        }
      }
    }
  }
}

/**
 * The filter's gradient from x and y, likewise, of the numbers `from` to `to` in each line of the filter: `lines` has room for
 * what one line sees of all pictures.
 */
function correlate(
  pictures: i32,
  out: i32,
  x: usize,
  filter: usize,
  y: usize,
  lines: usize,
  packed: usize,
  from: i32,
  to: i32,
): void {
  const rowX = (<usize>(height * width * channels)) << 2;
  const rowOut = (<usize>out) << 2;
  const line = filterWidth * channels;
  for (let fy = 0; fy < filterHeight; fy++)
    memory.fill(filter + <usize>(fy * line + from) * rowOut, 0, <usize>(to - from) * rowOut);
  for (let oy = 0; oy < outHeight; oy++) {
    const y0 = oy * strideHeight - top;
    for (let ox = 0; ox < outWidth; ox++) {
      const x0 = ox * strideWidth - left;
      const first = max(from, -x0 * channels);
      const rows = min(to, (width - x0) * channels) - first;
      if (rows <= 0) continue;
      const bytes = (<usize>rows) << 2;
      packAll(false, out, pictures, y + <usize>(oy * outWidth + ox) * rowOut, outHeight * outWidth * out, packed);
      for (let fy = max(0, -y0); fy < min(filterHeight, height - y0); fy++) {
        const seen = x + ((<usize>(((y0 + fy) * width + x0) * channels + first)) << 2);
        for (let i = 0; i < pictures; i++) move(lines + <usize>i * bytes, seen + <usize>i * rowX, bytes);
        const into = filter + <usize>(fy * line + first) * rowOut;
        for (let j = 0; j < out; j += 8) {
          const panel = packed + ((<usize>(j * pictures)) << 2);
          const columns = min(8, out - j);
          const at = (<usize>j) << 2;
          multiplyRows(lines, 4, bytes, rows, panel, 32, pictures, into, rowOut, at, j, columns, false, true, false);
        }
      }
    }
  }
}

/** One picture's patches; what lies outside of the picture is zero. */
function gather(x: usize, patch: usize): void {
  const line = (<usize>(filterWidth * channels)) << 2;
  const pixel = (<usize>channels) << 2;
  for (let oy = 0; oy < outHeight; oy++) {
    const y0 = oy * strideHeight - top;
    for (let ox = 0; ox < outWidth; ox++) {
      const x0 = ox * strideWidth - left;
      const first = max(0, -x0);
      const last = min(filterWidth, width - x0);
      for (let fy = 0; fy < filterHeight; fy++, patch += line) {
        const row = y0 + fy;
        if (row < 0 || row >= height || last <= first) {
          clear(patch, line);
          continue;
        }
        if (first > 0) clear(patch, <usize>first * pixel);
        move(
          patch + <usize>first * pixel,
          x + <usize>(row * width + x0 + first) * pixel,
          <usize>(last - first) * pixel,
        );
        if (last < filterWidth) clear(patch + <usize>last * pixel, <usize>(filterWidth - last) * pixel);
      }
    }
  }
}

/** Adds one picture's patches back to where they were taken from. */
function scatter(x: usize, patch: usize): void {
  const line = (<usize>(filterWidth * channels)) << 2;
  const pixel = (<usize>channels) << 2;
  for (let oy = 0; oy < outHeight; oy++) {
    const y0 = oy * strideHeight - top;
    for (let ox = 0; ox < outWidth; ox++) {
      const x0 = ox * strideWidth - left;
      const first = max(0, -x0);
      const last = min(filterWidth, width - x0);
      for (let fy = 0; fy < filterHeight; fy++, patch += line) {
        const row = y0 + fy;
        if (row < 0 || row >= height || last <= first) continue;
        addTo(
          x + <usize>(row * width + x0 + first) * pixel,
          patch + <usize>first * pixel,
          <usize>(last - first) * pixel,
        );
      }
    }
  }
}

function clear(to: usize, bytes: usize): void {
  const end = to + bytes;
  for (; to + 16 <= end; to += 16) v128.store(to, f32x4.splat(0));
  for (; to < end; to += 4) store<f32>(to, 0);
}

function addTo(to: usize, from: usize, bytes: usize): void {
  const end = to + bytes;
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
  for (; to < end; to += 4, from += 4) store<f32>(to, load<f32>(to) + load<f32>(from));
}

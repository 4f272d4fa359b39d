/**
 * Convolutions of square pictures [side², channels, columns] without a patch matrix: for each cell of the smaller side
 * and each tap, one product of channels by columns. The larger side (of `side` cells) is called big, the other small;
 * a transposed convolution is the same with the roles exchanged. Filters are [tap, big channels, small channels].
 * Where the big side has fewer than eight channels, the cell's patch is gathered first.
 */

import { productKM, productMK, transpose } from './product';

/** Beneath so many channels a product per tap would be too thin. */
const THIN = 8;

/** Copies the patch below one small cell to [taps · channels, columns], zeros outside the picture. */
function gather(
  patch: usize,
  big: usize,
  side: i32,
  channels: i32,
  kernel: i32,
  top: i32,
  left: i32,
  bytes: usize,
): void {
  const cell = <usize>channels * bytes;
  for (let ky = top; ky < top + kernel; ky++) {
    for (let kx = left; kx < left + kernel; kx++, patch += cell) {
      if (ky < 0 || kx < 0 || ky >= side || kx >= side) memory.fill(patch, 0, cell);
      else memory.copy(patch, big + <usize>(ky * side + kx) * cell, cell);
    }
  }
}

/** Adds a patch back to where `gather` would take it from. */
function scatter(
  patch: usize,
  big: usize,
  side: i32,
  channels: i32,
  kernel: i32,
  top: i32,
  left: i32,
  bytes: usize,
): void {
  const cell = <usize>channels * bytes;
  for (let ky = top; ky < top + kernel; ky++) {
    for (let kx = left; kx < left + kernel; kx++, patch += cell) {
      if (ky < 0 || kx < 0 || ky >= side || kx >= side) continue;
      const to = big + <usize>(ky * side + kx) * cell;
      for (let i: usize = 0; i < cell; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(patch + i)));
    }
  }
}

/** small += filter · big. `patch` is room for taps · channels · columns numbers. */
export function toSmall(
  small: usize,
  big: usize,
  filter: usize,
  patch: usize,
  side: i32,
  bigChannels: i32,
  smallChannels: i32,
  kernel: i32,
  stride: i32,
  pad: i32,
  columns: i32,
): void {
  const bytes = <usize>columns * 4;
  const row = <usize>smallChannels * 4;
  const count = (side + stride - 1) / stride;
  for (let oy = 0; oy < count; oy++) {
    for (let ox = 0; ox < count; ox++) {
      const top = oy * stride - pad;
      const left = ox * stride - pad;
      const to = small + <usize>((oy * count + ox) * smallChannels) * bytes;
      if (bigChannels < THIN) {
        gather(patch, big, side, bigChannels, kernel, top, left, bytes);
        const taps = kernel * kernel * bigChannels;
        productKM(to, bytes, filter, row, patch, bytes, smallChannels, columns, taps);
        continue;
      }
      for (let ky = max(0, -top); ky < min(kernel, side - top); ky++) {
        for (let kx = max(0, -left); kx < min(kernel, side - left); kx++) {
          const from = big + <usize>(((top + ky) * side + left + kx) * bigChannels) * bytes;
          const tap = filter + <usize>((ky * kernel + kx) * bigChannels) * row;
          productKM(to, bytes, tap, row, from, bytes, smallChannels, columns, bigChannels);
        }
      }
    }
  }
}

/** big += filterᵀ · small. */
export function toBig(
  big: usize,
  small: usize,
  filter: usize,
  patch: usize,
  side: i32,
  bigChannels: i32,
  smallChannels: i32,
  kernel: i32,
  stride: i32,
  pad: i32,
  columns: i32,
): void {
  const bytes = <usize>columns * 4;
  const row = <usize>smallChannels * 4;
  const count = (side + stride - 1) / stride;
  for (let oy = 0; oy < count; oy++) {
    for (let ox = 0; ox < count; ox++) {
      const top = oy * stride - pad;
      const left = ox * stride - pad;
      const from = small + <usize>((oy * count + ox) * smallChannels) * bytes;
      if (bigChannels < THIN) {
        const taps = kernel * kernel * bigChannels;
        memory.fill(patch, 0, <usize>taps * bytes);
        productMK(patch, bytes, filter, row, from, bytes, taps, columns, smallChannels);
        scatter(patch, big, side, bigChannels, kernel, top, left, bytes);
        continue;
      }
      for (let ky = max(0, -top); ky < min(kernel, side - top); ky++) {
        for (let kx = max(0, -left); kx < min(kernel, side - left); kx++) {
          const to = big + <usize>(((top + ky) * side + left + kx) * bigChannels) * bytes;
          const tap = filter + <usize>((ky * kernel + kx) * bigChannels) * row;
          productMK(to, bytes, tap, row, from, bytes, bigChannels, columns, smallChannels);
        }
      }
    }
  }
}

/** filter gradient += big · smallᵀ. `turned` is room for small channels · columns numbers. */
export function toFilter(
  filter: usize,
  big: usize,
  small: usize,
  patch: usize,
  turned: usize,
  side: i32,
  bigChannels: i32,
  smallChannels: i32,
  kernel: i32,
  stride: i32,
  pad: i32,
  columns: i32,
): void {
  const bytes = <usize>columns * 4;
  const row = <usize>smallChannels * 4;
  const count = (side + stride - 1) / stride;
  for (let oy = 0; oy < count; oy++) {
    for (let ox = 0; ox < count; ox++) {
      const top = oy * stride - pad;
      const left = ox * stride - pad;
      const from = small + <usize>((oy * count + ox) * smallChannels) * bytes;
      transpose(turned, row, from, bytes, smallChannels, columns);
      if (bigChannels < THIN) {
        gather(patch, big, side, bigChannels, kernel, top, left, bytes);
        productMK(filter, row, patch, bytes, turned, row, kernel * kernel * bigChannels, smallChannels, columns);
        continue;
      }
      for (let ky = max(0, -top); ky < min(kernel, side - top); ky++) {
        for (let kx = max(0, -left); kx < min(kernel, side - left); kx++) {
          const x = big + <usize>(((top + ky) * side + left + kx) * bigChannels) * bytes;
          const tap = filter + <usize>((ky * kernel + kx) * bigChannels) * row;
          productMK(tap, row, x, bytes, turned, row, bigChannels, smallChannels, columns);
        }
      }
    }
  }
}

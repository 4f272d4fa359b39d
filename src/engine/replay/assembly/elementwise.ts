import { operate } from './operations';
import { move, real, sumOf, word } from './vector';
import { PLACES } from './workspace';

/**
 * A chain of elementwise operations, run block by block, so that what lies between two operations never leaves the
 * first-level cache.
 *
 * [op, length, n, block, slots, operations, scratch, slots × 6, operations × 6]
 * A slot is a row of numbers: [mode, address, temporary, inner, count, fresh]. An operation: [code, d, a, b, c, number], by slot.
 */

/** Words before the slots. */
const HEAD: i32 = 7;
const SLOT: i32 = 6;

/** A slot's modes. */
const TEMPORARY: i32 = 0;
/** In memory from end to end, with room for whole vectors. */
const WHOLE: i32 = 1;
/** Written in memory, with a neighbour's numbers right behind it. */
const EXACT: i32 = 2;
/** One number for all. */
const SINGLE: i32 = 3;
/** Number (i / inner) mod count at place i; filled afresh for every block, or once. */
const PERIODIC: i32 = 4;
/** Read by strides: `inner` says how many words after the instruction the rank, sizes and strides stand. */
const STRIDED: i32 = 5;
/** One number: the sum of a row, divided by the operation's number. */
const SUM: i32 = 6;

/** Operation that adds its operand up. */
const ADD_UP: i32 = 120;

export function runElementwise(at: usize): void {
  const n = word(at, 2);
  const block = word(at, 3);
  const slots = word(at, 4);
  const operations = word(at, 5);
  const table = <usize>word(at, 6);
  const slotsAt = at + (HEAD << 2);
  const operationsAt = slotsAt + <usize>(slots * SLOT * 4);
  for (let start = 0; start < n; start += block) {
    const length = min(block, n - start);
    prepare(at, slotsAt, slots, table, start, length);
    perform(operationsAt, operations, table, (length + 3) >> 2, length);
    if ((length & 3) !== 0) flush(slotsAt, slots, start, length);
  }
  close(slotsAt, slots);
}

/** Where each slot's numbers of this block stand, and how far apart: pairs in the table. */
function prepare(at: usize, slot: usize, slots: i32, table: usize, start: i32, length: i32): void {
  for (let s = 0; s < slots; s++, slot += SLOT * 4, table += 8) {
    const mode = word(slot, 0);
    let from = <usize>word(slot, 1);
    const temporary = <usize>word(slot, 2);
    let step = 16;
    if (mode === WHOLE) from += (<usize>start) << 2;
    else if (mode === EXACT) from = (length & 3) === 0 ? from + ((<usize>start) << 2) : temporary;
    else if (mode === TEMPORARY) from = temporary;
    else if (mode === SINGLE) {
      if (start === 0) v128.store(temporary, v128.load_splat<f32>(from));
      from = temporary;
      step = 0;
    } else if (mode === PERIODIC) {
      if (start === 0 || word(slot, 5) !== 0)
        fillPeriodic(temporary, from, word(slot, 3), word(slot, 4), start, length);
      from = temporary;
    } else if (mode === STRIDED) {
      fillStrided(temporary, from, at + ((<usize>word(slot, 3)) << 2), start, length);
      from = temporary;
    } else {
      if (start === 0) store<f64>(temporary, 0);
      from = temporary;
    }
    store<u32>(table, <u32>from);
    store<u32>(table, step, 4);
  }
}

function perform(at: usize, operations: i32, table: usize, vectors: i32, length: i32): void {
  for (let o = 0; o < operations; o++, at += 24) {
    const code = word(at, 0);
    const d = table + ((<usize>word(at, 1)) << 3);
    const a = table + ((<usize>word(at, 2)) << 3);
    if (code === ADD_UP) {
      addUp(<usize>load<u32>(d), real(at, 5), <usize>load<u32>(a), load<u32>(a, 4), length);
      continue;
    }
    const b = table + ((<usize>word(at, 3)) << 3);
    const c = table + ((<usize>word(at, 4)) << 3);
    operate(
      code,
      vectors,
      <usize>load<u32>(d),
      <usize>load<u32>(a),
      <usize>load<u32>(a, 4),
      <usize>load<u32>(b),
      <usize>load<u32>(b, 4),
      <usize>load<u32>(c),
      <usize>load<u32>(c, 4),
      real(at, 5),
    );
  }
}

/** Adds a block's sum to a running one. */
function addUp(slot: usize, divisor: f32, a: usize, step: usize, length: i32): void {
  store<f64>(slot, load<f64>(slot) + sumOf(a, step, length));
  store<f32>(slot, divisor, 8);
}

/** Copies the last few numbers of outputs that have a neighbour. */
function flush(slot: usize, slots: i32, start: i32, length: i32): void {
  for (let s = 0; s < slots; s++, slot += SLOT * 4) {
    if (word(slot, 0) !== EXACT) continue;
    memory.copy(<usize>word(slot, 1) + ((<usize>start) << 2), word(slot, 2), length << 2);
  }
}

/** Writes the sums. */
function close(slot: usize, slots: i32): void {
  for (let s = 0; s < slots; s++, slot += SLOT * 4) {
    if (word(slot, 0) !== SUM) continue;
    const from = <usize>word(slot, 2);
    store<f32>(word(slot, 1), <f32>(load<f64>(from) / <f64>load<f32>(from, 8)));
  }
}

function fillPeriodic(to: usize, from: usize, inner: i32, count: i32, start: i32, length: i32): void {
  const end = to + ((<usize>length) << 2);
  let index = (start / inner) % count;
  let run = inner - (start % inner);
  if (inner === 1) {
    while (to < end) {
      const bytes = min(end - to, (<usize>(count - index)) << 2);
      move(to, from + ((<usize>index) << 2), bytes);
      to += bytes;
      index = 0;
    }
    return;
  }
  while (to < end) {
    const x = load<f32>(from + ((<usize>index) << 2));
    const stop = min(end, to + ((<usize>run) << 2));
    repeat(to, x, stop);
    to = stop;
    run = inner;
    index++;
    if (index === count) index = 0;
  }
}

/** `shape` points at [rank, sizes …, strides …], the outermost axis first. Runs along the innermost one, row by row. */
function fillStrided(to: usize, from: usize, shape: usize, start: i32, length: i32): void {
  const inner = load<i32>(shape) - 1;
  const sizes = shape + 4;
  const strides = sizes + ((<usize>(inner + 1)) << 2);
  const end = to + ((<usize>length) << 2);
  const size = word(sizes, inner);
  const stride = word(strides, inner);
  let rest = start / size;
  let place = start - rest * size;
  let row = from;
  for (let axis = inner - 1; axis >= 0; axis--) {
    const upper = rest / word(sizes, axis);
    const at = rest - upper * word(sizes, axis);
    store<i32>(PLACES + ((<usize>axis) << 2), at);
    row += (<usize>(at * word(strides, axis))) << 2;
    rest = upper;
  }
  for (;;) {
    const run = min(size - place, <i32>((end - to) >> 2));
    to = fillRun(to, row + ((<usize>(place * stride)) << 2), stride, run);
    if (to >= end) return;
    place = 0;
    for (let axis = inner - 1; axis >= 0; axis--) {
      const counter = PLACES + ((<usize>axis) << 2);
      const next = load<i32>(counter) + 1;
      row += (<usize>word(strides, axis)) << 2;
      if (next < word(sizes, axis)) {
        store<i32>(counter, next);
        break;
      }
      store<i32>(counter, 0);
      row -= (<usize>(next * word(strides, axis))) << 2;
    }
  }
}

/** So many numbers that stand `stride` apart, side by side; returns where they end. */
function fillRun(to: usize, from: usize, stride: i32, count: i32): usize {
  const stop = to + ((<usize>count) << 2);
  if (stride === 1) move(to, from, stop - to);
  else if (stride === 0) repeat(to, load<f32>(from), stop);
  else for (; to < stop; to += 4, from += (<usize>stride) << 2) store<f32>(to, load<f32>(from));
  return stop;
}

/** One number again and again. */
function repeat(to: usize, x: f32, stop: usize): void {
  const four = f32x4.splat(x);
  for (; to + 16 <= stop; to += 16) v128.store(to, four);
  for (; to < stop; to += 4) store<f32>(to, x);
}

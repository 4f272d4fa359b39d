import { binary, select } from './binary';
import { sigmoid as sigmoidOf, softplus as softplusOf, tanh as tanhOf } from './functions';
import { unary } from './unary';

/**
 * One operation of an elementwise chain on a block: `count` vectors from `a` (and `b`, `c`) to `d`. An operand's step is
 * 16 bytes, or 0 where it is one number for all. What is cheap has a loop of its own; the rest chooses inside the loop.
 */
export function operate(
  code: i32,
  count: i32,
  d: usize,
  a: usize,
  stepA: usize,
  b: usize,
  stepB: usize,
  c: usize,
  stepC: usize,
  number: f32,
): void {
  const end = d + ((<usize>count) << 4);
  switch (code) {
    case 0:
      copy(d, end, a, stepA);
      break;
    case 1:
      add(d, end, a, stepA, b, stepB);
      break;
    case 2:
      sub(d, end, a, stepA, b, stepB);
      break;
    case 3:
      mul(d, end, a, stepA, b, stepB);
      break;
    case 4:
      div(d, end, a, stepA, b, stepB);
      break;
    case 5:
      square(d, end, a, stepA);
      break;
    case 6:
      sqrt(d, end, a, stepA);
      break;
    case 7:
      leaky(d, end, a, stepA, number);
      break;
    case 8:
      step(d, end, a, stepA, number);
      break;
    case 9:
      for (; d < end; d += 16, a += stepA, b += stepB, c += stepC) {
        v128.store(d, select(v128.load(a), v128.load(b), v128.load(c)));
      }
      break;
    case 64:
      negate(d, end, a, stepA);
      break;
    case 72:
      softplus(d, end, a, stepA);
      break;
    case 73:
      sigmoid(d, end, a, stepA);
      break;
    case 74:
      tanh(d, end, a, stepA);
      break;
    case 76:
      relu(d, end, a, stepA);
      break;
    default:
      if (code < 64) {
        for (; d < end; d += 16, a += stepA, b += stepB) {
          v128.store(d, binary(code, v128.load(a), v128.load(b)));
        }
      } else {
        for (; d < end; d += 16, a += stepA) v128.store(d, unary(code, v128.load(a), number));
      }
  }
}

function copy(d: usize, end: usize, a: usize, stepA: usize): void {
  for (; d < end; d += 16, a += stepA) v128.store(d, v128.load(a));
}

function add(d: usize, end: usize, a: usize, stepA: usize, b: usize, stepB: usize): void {
  for (; d < end; d += 16, a += stepA, b += stepB) v128.store(d, f32x4.add(v128.load(a), v128.load(b)));
}

function sub(d: usize, end: usize, a: usize, stepA: usize, b: usize, stepB: usize): void {
  for (; d < end; d += 16, a += stepA, b += stepB) v128.store(d, f32x4.sub(v128.load(a), v128.load(b)));
}

function mul(d: usize, end: usize, a: usize, stepA: usize, b: usize, stepB: usize): void {
  for (; d < end; d += 16, a += stepA, b += stepB) v128.store(d, f32x4.mul(v128.load(a), v128.load(b)));
}

function div(d: usize, end: usize, a: usize, stepA: usize, b: usize, stepB: usize): void {
  for (; d < end; d += 16, a += stepA, b += stepB) v128.store(d, f32x4.div(v128.load(a), v128.load(b)));
}

function square(d: usize, end: usize, a: usize, stepA: usize): void {
  for (; d < end; d += 16, a += stepA) {
    const x = v128.load(a);
    v128.store(d, f32x4.mul(x, x));
  }
}

function sqrt(d: usize, end: usize, a: usize, stepA: usize): void {
  for (; d < end; d += 16, a += stepA) v128.store(d, f32x4.sqrt(v128.load(a)));
}

function negate(d: usize, end: usize, a: usize, stepA: usize): void {
  for (; d < end; d += 16, a += stepA) v128.store(d, f32x4.neg(v128.load(a)));
}

function softplus(d: usize, end: usize, a: usize, stepA: usize): void {
  for (; d < end; d += 16, a += stepA) v128.store(d, softplusOf(v128.load(a)));
}

function sigmoid(d: usize, end: usize, a: usize, stepA: usize): void {
  for (; d < end; d += 16, a += stepA) v128.store(d, sigmoidOf(v128.load(a)));
}

function tanh(d: usize, end: usize, a: usize, stepA: usize): void {
  for (; d < end; d += 16, a += stepA) v128.store(d, tanhOf(v128.load(a)));
}

function relu(d: usize, end: usize, a: usize, stepA: usize): void {
  const zero = f32x4.splat(0);
  for (; d < end; d += 16, a += stepA) v128.store(d, f32x4.max(v128.load(a), zero));
}

/** x where it is positive, else x times `slope`. */
function leaky(d: usize, end: usize, a: usize, stepA: usize, slope: f32): void {
  const factor = f32x4.splat(slope);
  const zero = f32x4.splat(0);
  for (; d < end; d += 16, a += stepA) {
    const x = v128.load(a);
    v128.store(d, v128.bitselect(x, f32x4.mul(x, factor), f32x4.gt(x, zero)));
  }
}

/** 1 where x is positive, `below` elsewhere, NaN where x is. */
function step(d: usize, end: usize, a: usize, stepA: usize, below: f32): void {
  const low = f32x4.splat(below);
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  for (; d < end; d += 16, a += stepA) {
    const x = v128.load(a);
    const y = v128.bitselect(one, low, f32x4.gt(x, zero));
    v128.store(d, v128.bitselect(y, x, f32x4.eq(x, x)));
  }
}

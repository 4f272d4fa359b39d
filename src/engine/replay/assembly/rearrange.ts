import { word } from './vector';

/**
 * Copies numbers between two arrays that are walked by strides:
 * [op, length, x, y, rank, sizes …, strides of x …, strides of y …], the outermost axis first, strides in numbers.
 */
export function runRearrange(at: usize): void {
  const rank = word(at, 4);
  const sizes = at + 20;
  const bytes = (<usize>rank) << 2;
  walk(word(at, 2), word(at, 3), 0, rank, sizes, sizes + bytes, sizes + 2 * bytes);
}

function walk(x: usize, y: usize, axis: i32, rank: i32, sizes: usize, from: usize, to: usize): void {
  const size = word(sizes, axis);
  const stepX = (<usize>word(from, axis)) << 2;
  const stepY = (<usize>word(to, axis)) << 2;
  if (axis + 1 === rank) {
    if (stepX === 4 && stepY === 4) memory.copy(y, x, (<usize>size) << 2);
    else for (let i = 0; i < size; i++, x += stepX, y += stepY) store<f32>(y, load<f32>(x));
    return;
  }
  for (let i = 0; i < size; i++, x += stepX, y += stepY) walk(x, y, axis + 1, rank, sizes, from, to);
}

import { convolutionPart } from './convolution';
import { productPart } from './product';
import { word } from './vector';

/** Does one of the parts that an instruction was shared in, with the scratch memory of that thread. */
export function runPart(at: usize, part: i32, parts: i32, thread: i32): void {
  if (word(at, 0) === 1) productPart(at, part, parts, thread);
  else convolutionPart(at, part, parts, thread);
}

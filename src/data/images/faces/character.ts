import type { Character } from '../../types';
import { captionOf } from './captions';
import { drawFace, drawLines } from './draw';
import { FACTORS, faceFrom, randomFace, rounded, vectorOf } from './factors';

/** A face as its fourteen values. */
export const faceCharacter: Character = {
  factors: FACTORS,
  draw: (values, side) => drawFace(faceFrom(values), side),
  lines: (values, side) => drawLines(faceFrom(values), side),
  caption: (values) => captionOf(faceFrom(values)),
  vector: (values) => vectorOf(faceFrom(values)),
  random: (stream) => rounded(randomFace(stream)),
};

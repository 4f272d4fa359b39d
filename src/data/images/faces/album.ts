import { Stream } from '../../../core/random';
import type { Dataset } from '../../types';
import { CAPTION_LENGTH, CAPTION_WORDS, captionOf, wordsOf } from './captions';
import { drawFace, drawLines } from './draw';
import type { Face } from './factors';

/** Side of a face. */
export const FACE_SIDE = 32;
const SQUARE = FACE_SIDE * FACE_SIDE;
const AREA = SQUARE * 3;

interface AlbumSpec {
  id: string;
  /** Number of faces. */
  size: number;
  /** Face i, from a stream of its own: the same in every album, whatever its size. */
  face(stream: Stream, i: number): Face;
  classes: readonly string[];
  classOf(face: Face, i: number): number;
  /** Captions to be asked for, where samples come with theirs. */
  examples?: readonly string[];
}

/** A data set of faces, with the factors of each. */
export interface FaceSet extends Dataset {
  /** Face i of the album. */
  face(i: number): Face;
  /** Which faces the next `count` samples of a stream show; it moves the stream as `sample` does. */
  pick(stream: Stream, count: number): Int32Array;
  /** Pictures [n, 32, 32, 3] in [−1, 1] and classes of the faces picked. */
  show(picked: Int32Array): { x: Float32Array; labels: Int32Array };
  /** The faces picked as line drawings [n, 32, 32, 1], from −1 (ink) to 1 (paper): one half of the pairs to translate between. */
  lines(picked: Int32Array): Float32Array;
  /** Captions of the faces picked as words, [n, CAPTION_LENGTH] as `wordsOf` numbers them. */
  captions(picked: Int32Array): Int32Array;
}

/** A finite album of faces, drawn with replacement. Each face is drawn once, when it is first wanted. */
export function makeAlbum({ id, size, face, classes, classOf, examples }: AlbumSpec): FaceSet {
  const bytes = new Uint8Array(size * AREA);
  const labels = new Int32Array(size).fill(-1);
  const faceAt = (i: number): Face => face(new Stream(i, id), i);
  const ensure = (i: number): void => {
    if ((labels[i] as number) >= 0) return;
    const drawn = faceAt(i);
    const pixels = drawFace(drawn, FACE_SIDE);
    for (let p = 0; p < AREA; p++) bytes[i * AREA + p] = Math.round(((pixels[p] as number) + 1) * 127.5);
    labels[i] = classOf(drawn, i);
  };
  const set: FaceSet = {
    info: {
      id,
      kind: 'image',
      shape: [FACE_SIDE, FACE_SIDE, 3],
      shift: [0],
      scale: [1],
      range: [[-1, 1]],
      classes,
      size,
      ...(examples && {
        captions: {
          words: CAPTION_WORDS,
          length: CAPTION_LENGTH,
          examples: examples.map((caption) => ({ caption, words: [...wordsOf(caption)] })),
        },
      }),
    },
    face: faceAt,
    get stored() {
      for (let i = 0; i < size; i++) ensure(i);
      return bytes;
    },
    pick: (stream, count) => Int32Array.from({ length: count }, () => stream.below(size)),
    show(picked) {
      const x = new Float32Array(picked.length * AREA);
      for (const [place, i] of picked.entries()) {
        ensure(i);
        for (let p = 0; p < AREA; p++) x[place * AREA + p] = (bytes[i * AREA + p] as number) / 127.5 - 1;
      }
      return { x, labels: Int32Array.from(picked, (i) => labels[i] as number) };
    },
    lines(picked) {
      const lines = new Float32Array(picked.length * SQUARE);
      for (const [place, i] of picked.entries()) lines.set(drawLines(faceAt(i), FACE_SIDE), place * SQUARE);
      return lines;
    },
    captions(picked) {
      const words = new Int32Array(picked.length * CAPTION_LENGTH);
      for (const [place, i] of picked.entries()) words.set(wordsOf(captionOf(faceAt(i))), place * CAPTION_LENGTH);
      return words;
    },
    sample(stream, count) {
      const picked = set.pick(stream, count);
      const batch = set.show(picked);
      if (!examples) return batch;
      // Only some systems read them.
      return {
        ...batch,
        get words() {
          return set.captions(picked);
        },
      };
    },
  };
  return set;
}

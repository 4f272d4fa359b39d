import { defineDataset } from '../../define';
import { FACE_SIDE, makeAlbum } from './album';
import { faceCharacter } from './character';
import { personFace, rounded } from './factors';

/**
 * Two people, A and B, each in many poses and with many expressions before many backgrounds, 32 × 32 in colour: for swapping
 * faces. Every second picture shows B; the class is the person.
 */
export const twoPeople = defineDataset({
  id: 'two-people',
  kind: 'image',
  source: 'procedural',
  shape: [FACE_SIDE, FACE_SIDE, 3],
  character: {
    ...faceCharacter,
    random: (stream) => rounded(personFace(stream.below(2) === 0 ? 'A' : 'B', stream)),
  },
  classes: 2,
  params: { size: { kind: 'int', default: 4000, min: 10, max: 20_000, group: 'data' } },
  open: ({ size }) =>
    makeAlbum({
      id: 'two-people',
      size,
      face: (stream, i) => personFace(i % 2 === 0 ? 'A' : 'B', stream),
      classes: ['A', 'B'],
      classOf: (_face, i) => i % 2,
    }),
});

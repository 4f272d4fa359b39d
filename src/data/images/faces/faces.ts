import { defineDataset } from '../../define';
import { FACE_SIDE, makeAlbum } from './album';
import { CAPTION_EXAMPLES } from './captions';
import { faceCharacter } from './character';
import { FACTORS, type Face, randomFace } from './factors';

/** What the faces may be told apart by: names of the classes, and the class of a face. */
const LABELLINGS = {
  hairColour: byOption('hairColour'),
  hairStyle: byOption('hairStyle'),
  gender: byOption('gender'),
  glasses: byOption('glasses'),
  beard: byOption('beard'),
  hat: byOption('hat'),
  eyeColour: byOption('eyeColour'),
  background: byOption('background'),
  withGlasses: { classes: ['without', 'with'], of: (face: Face) => Number(face.glasses !== 'none') },
  mood: { classes: ['serious', 'smiling'], of: (face: Face) => Number(face.smile > 0.15) },
  years: { classes: ['young', 'old'], of: (face: Face) => Number(face.age > 0.5) },
};
type Labelling = keyof typeof LABELLINGS;

function byOption(
  name: 'hairColour' | 'hairStyle' | 'gender' | 'glasses' | 'beard' | 'hat' | 'eyeColour' | 'background',
) {
  const options: readonly string[] = FACTORS[name].options;
  return { classes: options, of: (face: Face) => options.indexOf(face[name]) };
}

const ONE_OF_EACH = Object.keys(LABELLINGS) as Labelling[];

/**
 * Faces drawn by program from fourteen factors, 32 × 32 in colour in [−1, 1]; their class is what `label` names. A finite
 * album, so that a run may learn it by heart. `face(i)` gives the factors of its pictures.
 */
export const faces = defineDataset({
  id: 'faces',
  kind: 'image',
  source: 'procedural',
  shape: [FACE_SIDE, FACE_SIDE, 3],
  character: faceCharacter,
  classes: {
    param: 'label',
    of: Object.fromEntries(Object.entries(LABELLINGS).map(([label, { classes }]) => [label, classes.length])),
  },
  captions: true,
  params: {
    label: { kind: 'choice', default: 'hairColour', options: ONE_OF_EACH, group: 'data' },
    size: { kind: 'int', default: 5000, min: 10, max: 20_000, group: 'data' },
  },
  open({ label, size }) {
    const { classes, of } = LABELLINGS[label as Labelling];
    return makeAlbum({
      id: 'faces',
      size,
      face: (stream) => randomFace(stream),
      classes,
      classOf: of,
      examples: CAPTION_EXAMPLES,
    });
  },
});

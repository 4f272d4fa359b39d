import { readCaption } from '../../../core/captions';
import type { Face } from './factors';

/** Words of the captions. They are data, which text encoders are trained on, not words of the interface. */
const WORDS = {
  age: { young: 'young', middle: '', old: 'old' },
  mood: { sad: 'sad', calm: '', smiling: 'smiling', laughing: 'laughing' },
  skin: { light: 'light skin', tanned: 'tanned skin', dark: 'dark skin' },
  hair: {
    bald: '',
    short: 'short',
    spiky: 'spiky',
    curly: 'curly',
    bob: 'bobbed',
    long: 'long',
    bun: 'tied-up',
    pigtails: 'pigtails',
  },
  glasses: { none: '', round: 'round glasses', square: 'square glasses', dark: 'dark glasses' },
  beard: { none: '', moustache: 'a moustache', full: 'a beard' },
  hat: { none: '', cap: 'a blue cap', beanie: 'a woolly hat', straw: 'a straw hat' },
} as const;

/** Every word that a caption may hold, each once. */
export const CAPTION_WORDS: readonly string[] = [
  ...new Set(
    [
      'a an woman man with and hair eyes looking to the left right bald',
      'black brown blond red grey blue green',
      ...Object.values(WORDS).flatMap((words) => Object.values<string>(words)),
    ]
      .join(' ')
      .split(' ')
      .filter(Boolean),
  ),
];

/** The most words that a caption has. */
export const CAPTION_LENGTH = 26;

/** Captions that one may ask for, as different as can be. */
export const CAPTION_EXAMPLES: readonly string[] = [
  'a smiling young woman with long red hair, light skin, green eyes and round glasses',
  'an old man with short grey hair, light skin, blue eyes and a beard',
  'a laughing young woman with bobbed blond hair, dark skin, brown eyes and a straw hat',
  'a sad bald man with tanned skin, brown eyes and a moustache',
  'a young woman with black pigtails, dark skin and brown eyes',
  'a smiling man with spiky blue hair, light skin and dark glasses',
  'an old woman with tied-up grey hair, tanned skin, blue eyes and square glasses',
  'a young man with short black hair, tanned skin, brown eyes and a blue cap',
];

/** What is to be seen on a face, in a sentence: "a smiling young woman with long red hair, green eyes and round glasses". */
export function captionOf(face: Face): string {
  const { age, smile, hairStyle, hairColour, skin } = face;
  const first = [
    WORDS.mood[smile < -0.35 ? 'sad' : smile < 0.15 ? 'calm' : smile < 0.65 ? 'smiling' : 'laughing'],
    WORDS.age[age < 0.35 ? 'young' : age < 0.7 ? 'middle' : 'old'],
    hairStyle === 'bald' ? 'bald' : '',
    face.gender,
  ].filter(Boolean);
  const hair = hairStyle === 'pigtails' ? `${hairColour} pigtails` : `${WORDS.hair[hairStyle]} ${hairColour} hair`;
  const features = [
    hairStyle === 'bald' ? '' : hair,
    WORDS.skin[skin < 0.35 ? 'light' : skin < 0.65 ? 'tanned' : 'dark'],
    face.glasses === 'dark' ? '' : `${face.eyeColour} eyes`,
    WORDS.beard[face.beard],
    WORDS.glasses[face.glasses],
    WORDS.hat[face.hat],
  ].filter(Boolean);
  const article = /^[aeiou]/.test(first[0] as string) ? 'an' : 'a';
  const looks = face.turn < -0.4 ? ' looking to the left' : face.turn > 0.4 ? ' looking to the right' : '';
  return `${article} ${first.join(' ')}${looks} with ${features.slice(0, -1).join(', ')} and ${features.at(-1)}`;
}

/** Words of a caption as places in {@link CAPTION_WORDS}. */
export const wordsOf = (caption: string): Int32Array => readCaption(caption, CAPTION_WORDS, CAPTION_LENGTH).words;

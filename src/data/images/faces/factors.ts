import type { ParamSpecs, ParamValues } from '../../../core/params';
import type { Stream } from '../../../core/random';

/**
 * What a face is made of. Numbers without a name run from one extreme to the other: `skin` light to dark, `age` young to
 * old, `shape` long to round, `smile` sad to laughing, `turn` and `tilt` of the head left to right.
 */
export const FACTORS = {
  gender: { kind: 'choice', default: 'woman', options: ['woman', 'man'] },
  age: { kind: 'float', default: 0.3, min: 0, max: 1 },
  skin: { kind: 'float', default: 0.25, min: 0, max: 1 },
  shape: { kind: 'float', default: 0.5, min: 0, max: 1 },
  hairStyle: {
    kind: 'choice',
    default: 'long',
    options: ['bald', 'short', 'spiky', 'curly', 'bob', 'long', 'bun', 'pigtails'],
  },
  hairColour: { kind: 'choice', default: 'red', options: ['black', 'brown', 'blond', 'red', 'grey', 'blue'] },
  eyeColour: { kind: 'choice', default: 'green', options: ['brown', 'blue', 'green'] },
  smile: { kind: 'float', default: 0.6, min: -1, max: 1 },
  turn: { kind: 'float', default: 0, min: -1, max: 1 },
  tilt: { kind: 'float', default: 0, min: -1, max: 1 },
  glasses: { kind: 'choice', default: 'none', options: ['none', 'round', 'square', 'dark'] },
  beard: { kind: 'choice', default: 'none', options: ['none', 'moustache', 'full'] },
  hat: { kind: 'choice', default: 'none', options: ['none', 'cap', 'beanie', 'straw'] },
  background: {
    kind: 'choice',
    default: 'mint',
    options: ['rose', 'sand', 'mint', 'sky', 'lilac', 'slate'],
  },
} as const satisfies ParamSpecs;

type Specs = typeof FACTORS;
/** Name of a factor. */
export type FactorName = keyof Specs;
type FactorValue<S> = S extends { kind: 'choice'; options: readonly (infer Option)[] } ? Option : number;
/** A face: a value of every factor. */
export type Face = { [Name in FactorName]: FactorValue<Specs[Name]> };

export const FACTOR_NAMES = Object.keys(FACTORS) as FactorName[];

/** The face with its numbers rounded to hundredths, as one reads and types them. */
export const rounded = (face: Face): Face => faceOf(vectorOf(face).map((value) => Math.round(100 * value) / 100));

/** The factors as numbers, in the order of {@link FACTOR_NAMES}: choices as the place of the option. */
export function vectorOf(face: Face): number[] {
  return FACTOR_NAMES.map((name) => {
    const spec = FACTORS[name];
    return spec.kind === 'choice'
      ? (spec.options as readonly string[]).indexOf(face[name] as string)
      : (face[name] as number);
  });
}

/** The face of a vector made by {@link vectorOf}; numbers out of range are brought to its ends. */
export function faceOf(vector: ArrayLike<number>): Face {
  const entries = FACTOR_NAMES.map((name, i) => {
    const spec = FACTORS[name];
    const value = vector[i] ?? 0;
    if (spec.kind === 'float') return [name, Math.min(spec.max, Math.max(spec.min, value))];
    return [name, spec.options[Math.min(spec.options.length - 1, Math.max(0, Math.round(value)))]];
  });
  return Object.fromEntries(entries) as Face;
}

/** The face of values chosen in a form; what is missing or unknown is as declared. */
export function faceFrom(values: ParamValues): Face {
  const entries = FACTOR_NAMES.map((name) => {
    const spec = FACTORS[name];
    const value = values[name];
    const known =
      spec.kind === 'float' ? typeof value === 'number' : (spec.options as readonly unknown[]).includes(value);
    return [name, known ? value : spec.default];
  });
  return faceOf(vectorOf(Object.fromEntries(entries) as Face));
}

/** How often each hair style is drawn, in the order of the options. */
const STYLE_WEIGHTS = {
  woman: [0.2, 1, 0.5, 2, 3, 4, 2.5, 2],
  man: [2, 5, 3, 2.5, 0, 1, 0.4, 0],
};
const COLOUR_WEIGHTS = [3, 3, 2.5, 2, 1, 1];

/**
 * A random face: factors are drawn independently, but for what convention ties to gender (beards, hair styles) and age (grey
 * hair). What `fixed` holds stays as it is; the same draws are taken from the stream in any case.
 */
export function randomFace(stream: Stream, fixed: Partial<Face> = {}): Face {
  const option = <T>(options: readonly T[], weights?: readonly number[]): T => {
    const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : options.length;
    let left = stream.uniform() * total;
    for (const [i, one] of options.entries()) {
      left -= weights?.[i] ?? 1;
      if (left < 0) return one;
    }
    return options.at(-1) as T;
  };
  const bell = (): number => stream.uniform() + stream.uniform() - 1;
  const gender = fixed.gender ?? option(FACTORS.gender.options);
  const ageDrawn = stream.uniform();
  const age = fixed.age ?? ageDrawn;
  const drawn: Face = {
    gender,
    age,
    skin: stream.uniform(),
    shape: stream.uniform(),
    hairStyle: option(FACTORS.hairStyle.options, STYLE_WEIGHTS[gender]),
    hairColour: option(FACTORS.hairColour.options, age > 0.65 ? [1, 1, 1, 1, 6, 0.5] : COLOUR_WEIGHTS),
    eyeColour: option(FACTORS.eyeColour.options),
    smile: 2 * stream.uniform() - 1,
    turn: bell(),
    tilt: bell(),
    glasses: option(FACTORS.glasses.options, [6, 2, 2, 1]),
    beard: option(FACTORS.beard.options, gender === 'man' ? [5, 2, 3] : [1, 0, 0]),
    hat: option(FACTORS.hat.options, [8, 1, 1, 1]),
    background: option(FACTORS.background.options),
  };
  return { ...drawn, ...fixed };
}

/** What never changes of a person: everything but expression, pose and what lies behind. */
const PEOPLE = {
  A: {
    gender: 'woman',
    age: 0.25,
    skin: 0.12,
    shape: 0.35,
    hairStyle: 'long',
    hairColour: 'red',
    eyeColour: 'green',
    glasses: 'none',
    beard: 'none',
    hat: 'none',
  },
  B: {
    gender: 'man',
    age: 0.55,
    skin: 0.72,
    shape: 0.8,
    hairStyle: 'short',
    hairColour: 'black',
    eyeColour: 'brown',
    glasses: 'round',
    beard: 'full',
    hat: 'none',
  },
} as const satisfies Record<string, Partial<Face>>;
/** One of the two people that the set knows. */
export type Person = keyof typeof PEOPLE;

/** One of the two people in a random pose, with a random expression, before a random background. */
export function personFace(person: Person, stream: Stream): Face {
  return randomFace(stream, PEOPLE[person]);
}

import type { ParamValues } from './params';
import type { Stream } from './random';

/** What a data set tells of each of its samples: a class, or one number. */
export interface Conditioned {
  /** Names of the classes, for labelled sets. */
  classes?: readonly string[];
  /** The number that comes with each sample, its name and its range in data units. */
  condition?: { name: string; low: number; high: number };
}

/** Numbers of a sample's condition: one for each class (one-hot), 1 for a continuous one, 0 without any. */
export const conditionSize = ({ classes, condition }: Conditioned): number =>
  classes?.length ?? (condition === undefined ? 0 : 1);

/** The same as a data set's record declares it: a number of classes, or the parameter that holds it or each of whose options has its own. */
export type DeclaredClasses = number | { param: string; of?: Readonly<Record<string, number>> };

/** What a data set declares of its conditions before it is opened. */
export interface Declared {
  /** How many classes its samples are labelled with, or the parameter that says so. */
  classes?: DeclaredClasses;
  /** Whether a number comes with each sample. */
  condition?: boolean;
  /** Whether a caption comes with each sample. */
  captions?: boolean;
}

/** {@link conditionSize} of a set that is not open yet. */
export function declaredConditionSize({ classes, condition }: Declared, params: ParamValues): number {
  if (classes === undefined) return condition ? 1 : 0;
  if (typeof classes === 'number') return classes;
  const value = params[classes.param];
  return Number(classes.of ? classes.of[value as string] : value);
}

/** What a system needs of each sample beside the sample: a class, a class or a number, or a caption. */
export type Needed = 'classes' | 'any' | 'captions';

/** Whether a set cannot serve a system with that need: it has no such conditions. */
export function lacksLabels(needed: Needed | undefined, { classes, condition, captions }: Declared): boolean {
  if (needed === 'captions') return !captions;
  return needed !== undefined && classes === undefined && (needed === 'classes' || !condition);
}

/**
 * A part of what G starts from: N(0, 1) numbers, U[−1, 1) numbers, one class of so many, one-hot and all equally likely, or
 * numbers that are 0 unless somebody gives others.
 * A prior is a list of such parts, side by side.
 */
export interface PriorPart {
  kind: 'normal' | 'uniform' | 'classes' | 'given';
  size: number;
  /** Names of the classes, where they are not the data's. */
  names?: readonly string[];
}

/** Draws from the prior into `out` [count × size], row by row; without parts, N(0, 1) numbers. */
export function fillPrior(out: Float32Array, parts: readonly PriorPart[] | undefined, stream: Stream): Float32Array {
  if (!parts) return stream.fillNormal(out);
  const width = parts.reduce((sum, { size }) => sum + size, 0);
  for (let from = 0; from < out.length; from += width) {
    let at = from;
    for (const { kind, size } of parts) {
      const own = out.subarray(at, at + size);
      if (kind === 'normal') stream.fillNormal(own);
      else if (kind === 'uniform') own.set(stream.fillUniform(own).map((u) => 2 * u - 1));
      else {
        own.fill(0);
        if (kind === 'classes') own[stream.below(size)] = 1;
      }
      at += size;
    }
  }
  return out;
}

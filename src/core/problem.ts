/** Values that the sentence of a problem may mention. */
export type ProblemValues = Record<string, string | number>;

/**
 * Something that went wrong in a way a person can understand and mend: a wrong file, a broken link, an absurd parameter.
 *
 * The sentence itself is a word of the interface, so it lives in `locales/<language>/problems` under `code`; whoever
 * shows the problem (the app, the command line) looks it up and fills in `values`. Anything thrown that is not a
 * `Problem` is a fault of the program.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly values: ProblemValues = {},
  ) {
    super(`${code} ${JSON.stringify(values)}`);
  }
}

/** A problem as it travels between threads. */
export interface ProblemRecord {
  code: string;
  values: ProblemValues;
}

/** Turns anything thrown into a record: a `Problem` keeps its code, a program fault becomes `fault` with its message. */
export function toProblemRecord(thrown: unknown): ProblemRecord {
  if (thrown instanceof Problem) return { code: thrown.code, values: thrown.values };
  return { code: 'fault', values: { message: thrown instanceof Error ? thrown.message : String(thrown) } };
}

/** The inverse of {@link toProblemRecord}. */
export function fromProblemRecord(record: ProblemRecord): Problem {
  return new Problem(record.code, record.values);
}

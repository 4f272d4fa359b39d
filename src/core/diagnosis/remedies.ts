import type { ParamValues } from '../params';

type Change = (params: ParamValues) => ParamValues;

const scaled =
  (names: readonly string[], factor: number): Change =>
  (params) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        Math.min(1, Math.max(1e-6, Number(((params[name] as number) * factor).toPrecision(3)))),
      ]),
    );

/** What to try, as changes of the system's parameters. */
const CHANGES = {
  penalty: () => ({ penalty: 'r1' }),
  wassersteinGp: () => ({ objective: 'wgan-gp', penalty: 'none', k: 5 }),
  nonSaturating: () => ({ objective: 'non-saturating' }),
  slowerD: scaled(['discriminatorRate'], 0.25),
  fasterD: scaled(['discriminatorRate'], 4),
  slowerG: scaled(['generatorRate'], 0.25),
  slowerBoth: scaled(['discriminatorRate', 'generatorRate'], 0.1),
  moreD: ({ k }) => ({ k: Math.min(20, 2 * (k as number)) }),
} satisfies Record<string, Change>;

/** One of the remedies; its words are `diagnosis.remedies.<id>`. */
export type RemedyId = keyof typeof CHANGES;

/** The parameters with the remedy applied, or null where it changes nothing or speaks of parameters that are not there. */
export function applyRemedy(id: RemedyId, params: ParamValues): ParamValues | null {
  const change: ParamValues = CHANGES[id](params);
  const names = Object.keys(change);
  if (names.some((name) => !(name in params)) || names.every((name) => params[name] === change[name])) return null;
  return { ...params, ...change };
}

import type { DataKind, DatasetEntry } from '../../core/catalog';
import {
  isActive,
  type ParamMeta,
  type ParamSpec,
  type ParamSpecs,
  type ParamValue,
  type ParamValues,
} from '../../core/params';

/** A parameter with its name: one field of a form. */
export interface Field {
  name: string;
  spec: ParamSpec;
}

export type CardGroup = NonNullable<ParamMeta['group']>;

/**
 * The fields of one card, in declared order: those that matter for the values, without opaque text (which special
 * controls make). A parameter that names no card belongs to *training*, so that none is lost.
 */
export function fieldsOf(specs: ParamSpecs, values: ParamValues, group?: CardGroup): Field[] {
  return Object.entries(specs)
    .map(([name, spec]): Field => ({ name, spec }))
    .filter(({ spec }) => group === undefined || (spec.group ?? 'training') === group)
    .filter(({ spec }) => spec.kind !== 'text' && isActive(spec, values));
}

/** The few fields that matter first, and those under "More". */
export function byImportance(fields: readonly Field[]): { first: Field[]; more: Field[] } {
  return {
    first: fields.filter(({ spec }) => !spec.advanced),
    more: fields.filter(({ spec }) => spec.advanced),
  };
}

/** Fields that belong to no player, and one list per player, in the players' order. */
export function byPlayer(
  fields: readonly Field[],
  players: readonly string[],
): { shared: Field[]; players: { player: string; fields: Field[] }[] } {
  return {
    shared: fields.filter(({ spec }) => !spec.player || !players.includes(spec.player)),
    players: players
      .map((player) => ({ player, fields: fields.filter(({ spec }) => spec.player === player) }))
      .filter((column) => column.fields.length > 0),
  };
}

/** Whether two values of a parameter are the same, networks layer by layer. */
export function sameValue(a: ParamValue | undefined, b: ParamValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether the draft's value differs from what runs; false where nothing runs or the run knows no such parameter. */
export function isPending(name: string, draft: ParamValues, running: ParamValues | null): boolean {
  if (!running || !Object.hasOwn(running, name)) return false;
  return !sameValue(draft[name], running[name]);
}

/** Data sets under their kinds, in the order of the kinds; kinds without a set are left out. */
export function byKind(
  datasets: readonly DatasetEntry[],
  kinds: readonly DataKind[],
): { kind: DataKind; datasets: DatasetEntry[] }[] {
  return kinds
    .map((kind) => ({ kind, datasets: datasets.filter((dataset) => dataset.kind === kind) }))
    .filter((entry) => entry.datasets.length > 0);
}

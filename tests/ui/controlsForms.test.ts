import { describe, expect, it } from 'vitest';
import type { DatasetEntry } from '../../src/core/catalog';
import type { ParamSpecs } from '../../src/core/params';
import { byImportance, byKind, byPlayer, fieldsOf, isPending } from '../../src/ui/controls/forms';

const specs: ParamSpecs = {
  rule: { kind: 'choice', default: 'a', options: ['a', 'b'], group: 'objective' },
  onlyA: { kind: 'float', default: 1, min: 0, max: 2, group: 'objective', when: { param: 'rule', is: ['a'] } },
  onlyB: { kind: 'float', default: 1, min: 0, max: 2, group: 'objective', when: { param: 'rule', is: ['b'] } },
  rateD: { kind: 'float', default: 1, min: 0, max: 2, group: 'optimizers', player: 'discriminator' },
  rateG: { kind: 'float', default: 1, min: 0, max: 2, group: 'optimizers', player: 'generator', advanced: true },
  loose: { kind: 'flag', default: false },
  strokes: { kind: 'text', default: '', maxLength: 10, control: 'drawing', group: 'data' },
};
const values = { rule: 'a', onlyA: 1, onlyB: 1, rateD: 1, rateG: 1, loose: false, strokes: '' };
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name);

describe('fieldsOf', () => {
  it('honours conditions on other values', () => {
    expect(names(fieldsOf(specs, values, 'objective'))).toEqual(['rule', 'onlyA']);
    expect(names(fieldsOf(specs, { ...values, rule: 'b' }, 'objective'))).toEqual(['rule', 'onlyB']);
  });

  it('loses no parameter: one without a card lands in training, opaque text has its own control', () => {
    const groups = ['data', 'networks', 'objective', 'optimizers', 'training'] as const;
    const shown = groups.flatMap((group) => names(fieldsOf(specs, values, group)));
    expect(shown.sort()).toEqual(['loose', 'onlyA', 'rateD', 'rateG', 'rule']);
  });
});

describe('grouping', () => {
  it('splits by importance and by player, in the order of the players', () => {
    const fields = fieldsOf(specs, values, 'optimizers');
    expect(names(byImportance(fields).first)).toEqual(['rateD']);
    expect(names(byImportance(fields).more)).toEqual(['rateG']);
    const { shared, players } = byPlayer(fields, ['generator', 'discriminator']);
    expect(shared).toEqual([]);
    expect(players.map(({ player }) => player)).toEqual(['generator', 'discriminator']);
  });

  it('keeps a field of an unknown player', () => {
    expect(names(byPlayer(fieldsOf(specs, values, 'optimizers'), ['generator']).shared)).toEqual(['rateD']);
  });

  it('puts data sets under their kinds', () => {
    const entry = (id: string, kind: DatasetEntry['kind']): DatasetEntry => ({
      id,
      kind,
      params: {},
      source: 'procedural',
      shape: [1],
      download: false,
    });
    const groups = byKind([entry('b', '2d'), entry('a', '1d'), entry('c', '2d')], ['1d', '2d', 'image']);
    expect(groups.map(({ kind, datasets }) => [kind, ...names(datasets.map(({ id }) => ({ name: id })))])).toEqual([
      ['1d', 'a'],
      ['2d', 'b', 'c'],
    ]);
  });
});

describe('isPending', () => {
  it('compares by content and only with a run that knows the parameter', () => {
    const layers = [{ type: 'dense', units: 4 }] as const;
    expect(isPending('net', { net: layers }, { net: [{ type: 'dense', units: 4 }] })).toBe(false);
    expect(isPending('net', { net: layers }, { net: [{ type: 'dense', units: 5 }] })).toBe(true);
    expect(isPending('net', { net: layers }, {})).toBe(false);
    expect(isPending('net', { net: layers }, null)).toBe(false);
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTIVATIONS, NEW_LAYER } from '../src/core/layers';
import type { ParamSpecs } from '../src/core/params';
import { ENGINES } from '../src/core/run';
import en from '../src/locales/en';
import { RUN_PARAMS } from '../src/ui/controls/runParams';
import { catalog } from '../src/worker/catalog';
import { root } from './support/buildApp';
import { answered, keysUsed, leaves, problemCodes } from './support/keys';
import { parseSource, sourceFiles } from './support/source';

const known = leaves(en);
const files = sourceFiles('src');
const missing = (keys: readonly string[]): string[] => [...new Set(keys)].filter((key) => !answered(key, known));

describe('the words', () => {
  it('say something everywhere', () => {
    expect([...known].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('hold a sentence for every problem', () => {
    const codes = files.flatMap(problemCodes);
    expect(codes.length).toBeGreaterThan(20);
    expect(missing(codes.map((code) => `problems.${code}`))).toEqual([]);
  });

  it('hold no sentence for a problem that nothing makes', () => {
    const codes = new Set(['fault', ...files.flatMap(problemCodes)]);
    const sentences = [...leaves(en.problems).keys()].map((key) => key.replace(/_(one|few|many|other)$/, ''));
    expect(sentences.filter((key) => !codes.has(key) && !passedOn(key))).toEqual([]);
  });

  it('hold every key that the interface asks for', () => {
    const uses = files.filter(({ path }) => path.startsWith('src/ui/')).flatMap(keysUsed);
    expect(uses.length).toBeGreaterThan(50);
    expect(uses.filter(({ key }) => !answered(key, known)).map(({ path, key }) => `${path}: ${key}`)).toEqual([]);
  });

  it('hold a page for every system', () => {
    const pages = catalog.systems.flatMap(({ id }) =>
      ['formula', 'differs', 'curves', 'expect'].map((part) => `about.${id}.${part}`),
    );
    expect(missing(pages)).toEqual([]);
  });

  it('name everything in the catalog', () => {
    const named = [
      ...catalog.systems.map(({ id }) => `systems.${id}.name`),
      ...catalog.datasets.map(({ id }) => `datasets.${id}.name`),
      ...catalog.presets.map(({ id }) => `presets.${id}.name`),
      ...ENGINES.map((id) => `engine.names.${id}`),
      ...Object.keys(NEW_LAYER).map((type) => `controls.layers.types.${type}.name`),
      ...ACTIVATIONS.map((fn) => `controls.layers.activations.${fn}`),
    ];
    expect(missing(named)).toEqual([]);
  });

  it('name and explain every parameter and its options', () => {
    const keysOf = (section: string, { params }: { params: ParamSpecs }): string[] =>
      Object.entries(params).flatMap(([name, spec]) => [
        `${section}.${name}.label`,
        `${section}.${name}.help`,
        ...(spec.kind === 'choice' ? spec.options.map((option) => `${section}.${name}.options.${option}`) : []),
      ]);
    const keys = [
      ...keysOf('params', { params: RUN_PARAMS }),
      ...catalog.systems.flatMap((system) => keysOf('params', system)),
      ...catalog.datasets.flatMap((dataset) => keysOf('params.data', dataset)),
    ];
    expect(missing(keys)).toEqual([]);
  });

  it('name every objective where it is chosen', () => {
    expect(missing(catalog.objectives.map(({ id }) => `objectives.${id}.name`))).toEqual([]);
  });

  it('have the same keys and the same gaps to fill in every language', async () => {
    const gaps = (text: string): string =>
      [...text.matchAll(/{{\s*(\w+)/g)]
        .map(([, name]) => name)
        .sort()
        .join();
    const plural = /_(zero|one|two|few|many|other)$/;
    const shape = (words: ReadonlyMap<string, string>): string[] =>
      [
        ...new Set(
          [...words].map(([key, text]) => (plural.test(key) ? key.replace(plural, '') : `${key} ${gaps(text)}`)),
        ),
      ].sort();
    for (const language of readdirSync(join(root, 'src/locales'))) {
      const { default: words } = (await import(`../src/locales/${language}/index.ts`)) as { default: object };
      expect(shape(leaves(words)), language).toEqual(shape(known));
    }
  });
});

/** Codes that reach a `Problem` by way of a variable: named in full somewhere in the source all the same. */
function passedOn(code: string): boolean {
  return files.some(({ path, text }) => !path.startsWith('src/locales/') && text.includes(`'${code}'`));
}

describe('what the test reads from the source', () => {
  const file = parseSource(
    'src/ui/a.tsx',
    `t('a.b'); i18n.t(\`a.\${x}.c\`); words(open ? 'd' : 'e'); new Problem('p.q'); const r = { code: 'r.s', values: {} };`,
  );

  it('finds keys and codes', () => {
    expect(keysUsed(file).map(({ key }) => key)).toEqual(['a.b', 'a.*.c', 'd', 'e']);
    expect(problemCodes(file).sort()).toEqual(['p.q', 'r.s']);
  });

  it('answers exact keys, patterns and plurals only', () => {
    const words = leaves({ a: { b: 'B', x: { c: 'C' } }, n_other: '{{count}}' });
    expect(['a.b', 'a.*.c', 'n'].every((key) => answered(key, words))).toBe(true);
    expect(['a', 'a.*.d', 'b'].some((key) => answered(key, words))).toBe(false);
  });
});

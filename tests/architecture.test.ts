import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../src/systems';
import { breaches, cycles } from './support/importRule';
import { parseSource, type SourceFile, sourceFiles } from './support/source';

const files = sourceFiles('src');

/** Files made up on the spot, to see that the rule notices what it should. */
const invented = (texts: Record<string, string>): SourceFile[] =>
  Object.entries(texts).map(([path, text]) => parseSource(path, text));

describe('a system', () => {
  // Words that also say who plays, or how a network is made.
  const ordinary = ['gan', 'dcgan', 'autoencoder'];
  const home = (id: string) => new RegExp(`^src/(systems/(${id}|index)\\.ts|presets/\\w+\\.ts|locales/.*)$`);

  it.each(
    SYSTEMS.map(({ id }) => id).filter((id) => !ordinary.includes(id)),
  )('%s is named in its file, the index, its presets and the texts alone', (id) => {
    const named = files.filter(({ text }) => new RegExp(`['"/]${id}['"]`).test(text)).map(({ path }) => path);
    expect(named).toContain('src/systems/index.ts');
    expect(named.filter((path) => !home(id).test(path))).toEqual([]);
  });
});

describe('the import rule', () => {
  it('holds everywhere', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(breaches(files)).toEqual([]);
  });

  it('has no ring of imports', () => {
    expect(cycles(files)).toEqual([]);
  });

  it.each([
    ['a value', "import { b } from '../nn/b';"],
    ['a type', "import type { B } from '../nn/b';"],
    ['a type inside braces', "import { type B } from '../nn/b';"],
    ['a type by name', "export type B = import('../nn/b').B;"],
    ['a re-export', "export * from '../nn/b';"],
    ['a dynamic import', "export const load = () => import('../nn/b');"],
    ['an address', "export const url = new URL('../nn/b.ts', import.meta.url);"],
    ['a glob', "export const all = import.meta.glob('../nn/*.ts');"],
  ])('sees %s that goes up', (_, text) => {
    const found = breaches(
      invented({ 'src/core/a.ts': text, 'src/nn/b.ts': 'export const b = 1; export type B = 1;' }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^src\/core\/a\.ts imports.* src\/nn\/b\.ts$/);
  });

  it('keeps systems strangers, TensorFlow.js off the page, and values out where only types may come', () => {
    const found = breaches(
      invented({
        'src/systems/one.ts': "import { two } from './two'; import './types';",
        'src/systems/two.ts': "import type { Data } from '../data/types'; export const two = 2;",
        'src/systems/types.ts': "import { data } from '../data/types'; export type T = 1;",
        'src/data/types.ts': 'export type Data = 1; export const data = 1;',
        'src/ui/App.tsx': "import '@tensorflow/tfjs-core'; import { run } from '../training/run';",
        'src/training/run.ts': 'export const run = 1;',
      }),
    );
    expect(found).toEqual([
      'src/systems/one.ts imports src/systems/two.ts',
      'src/systems/types.ts imports src/data/types.ts',
      'src/ui/App.tsx imports @tensorflow/tfjs-core',
      'src/ui/App.tsx imports src/training/run.ts',
    ]);
  });

  it('lets only the page start a worker', () => {
    const worker = "new Worker(new URL('./training.worker.ts', import.meta.url));";
    const found = breaches(
      invented({
        'src/worker/client.ts': worker,
        'src/worker/training.worker.ts': "import '@tensorflow/tfjs-core';",
        'src/ui/a.ts': "new URL('../worker/training.worker.ts', import.meta.url);",
      }),
    );
    expect(found).toEqual(['src/ui/a.ts imports src/worker/training.worker.ts']);
  });

  it('sees a ring', () => {
    const ring = invented({ 'src/core/a.ts': "import './b';", 'src/core/b.ts': "import type { A } from './a';" });
    expect(cycles(ring)).toEqual(['src/core/a.ts → src/core/b.ts → src/core/a.ts']);
  });
});

import { describe, expect, it } from 'vitest';
import { declarations, documentedShare, LIMITS, quantile } from './support/measure';
import { parseSource, sourceFiles } from './support/source';

const files = sourceFiles('src', 'tests', 'scripts');

describe('the measures of the house', () => {
  it('keeps every file short', () => {
    expect(files.length).toBeGreaterThan(50);
    const long = files
      .filter(({ lines }) => lines > LIMITS.fileLines)
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('keeps every function short', () => {
    const long = files
      .filter(({ path }) => !path.startsWith('tests/'))
      .flatMap(({ path, functions }) => functions.map((one) => ({ ...one, path })))
      .filter(({ lines }) => lines > LIMITS.functionLines)
      .map(({ path, line, name, lines }) => `${path}:${line} ${name}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('documents what it exports', () => {
    const missing = declarations(files).filter(({ documented }) => !documented);
    const list = missing.map(({ path, name }) => `${path} ${name}`).join('\n');
    expect(documentedShare(files), `without a doc comment:\n${list}`).toBeGreaterThanOrEqual(LIMITS.documentedShare);
  });

  it('counts what it should', () => {
    const text =
      '/** Doubles. */\nexport function twice(x: number) {\n  return 2 * x;\n}\nexport const bare = () => 1;\n';
    const file = parseSource('src/core/a.ts', text);
    expect(file.lines).toBe(5);
    expect(file.functions.map(({ lines }) => lines)).toEqual([3, 1]);
    expect(file.exports).toEqual([
      { name: 'twice', documented: true },
      { name: 'bare', documented: false },
    ]);
    expect(documentedShare([file])).toBe(0.5);
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
  });
});

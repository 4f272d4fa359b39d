import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/buildApp';
import { repositoryFiles } from './support/source';

/** What no tracked file may hold: it would tie the project to one machine or one network. */
const FORBIDDEN: readonly [what: string, pattern: RegExp][] = [
  ['a path of one machine', /(?:^|[\s'"`(=:])\/(?:work|root|home|Users|tmp|mnt)\/[\w.-]/m],
  ['a path of one Windows machine', /[A-Z]:\\{1,2}Users\\/],
  ['a package registry', /registry\.(?:npmjs|yarnpkg|npmmirror)|pypi\.org|"resolved":\s"http/],
];
const BINARY = /\.(?:png|jpe?g|gif|ico|wasm|zip|gz|bin|woff2?|npy|webp)$/;

it('keeps machine paths and registry hosts out of every file', () => {
  const found = repositoryFiles()
    .filter((path) => !BINARY.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return FORBIDDEN.flatMap(([what, pattern]) => {
        const hit = pattern.exec(text);
        return hit ? [`${path} holds ${what}: ${hit[0].trim()}`] : [];
      });
    });
  expect(found).toEqual([]);
});

it.each(['see /work', '"/home', "'/tmp"])('would notice %s/someone', (start) => {
  expect(FORBIDDEN[0]?.[1].test(`${start}/someone`)).toBe(true);
});

import type { SourceFile } from './source';

/** Limits of the house: see the table that `npm run measures` prints. */
export const LIMITS = { fileLines: 400, functionLines: 80, documentedShare: 0.9 } as const;

/** The value at a share (0…1) of the sorted numbers; NaN for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Exported declarations that should have a doc comment: words are data and explain themselves. */
export function declarations(files: readonly SourceFile[]): { name: string; path: string; documented: boolean }[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/locales/'))
    .flatMap((file) => file.exports.map((one) => ({ ...one, path: file.path })));
}

/** Share of exported declarations that have a doc comment, 0…1. */
export function documentedShare(files: readonly SourceFile[]): number {
  const all = declarations(files);
  return all.filter(({ documented }) => documented).length / all.length;
}

/** Prints the measures of the house: sizes of files and functions, and how much of what is exported is documented. */
import { documentedShare, quantile } from '../tests/support/measure';
import { sourceFiles } from '../tests/support/source';

const files = sourceFiles('src');
const row = (numbers: readonly number[]): Record<string, number> => ({
  count: numbers.length,
  median: quantile(numbers, 0.5),
  p90: quantile(numbers, 0.9),
  longest: Math.max(...numbers),
});
console.table({
  'lines per source file': row(files.map(({ lines }) => lines)),
  'lines per function': row(files.flatMap(({ functions }) => functions.map(({ lines }) => lines))),
  'lines per file of systems/': row(
    files.filter(({ path }) => path.startsWith('src/systems/')).map(({ lines }) => lines),
  ),
});
console.log(`Exported declarations with a doc comment: ${(100 * documentedShare(files)).toFixed(1)} %`);

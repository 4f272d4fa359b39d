/**
 * Prints every file of `dist` with its size, raw and gzipped, and what of it a first load fetches before the screws
 * move. Run `npm run build` first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../tests/support/buildApp';
import { FIRST_LOAD_LIMIT, firstLoad } from '../tests/support/firstLoad';

const dist = join(root, 'dist');
if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no dist/ yet: run `npm run build` first.');
  process.exit(2);
}
const kB = (bytes: number): number => Math.round(bytes / 100) / 10;

const fetched = new Map((await firstLoad(dist)).map(({ path, bytes }) => [path, bytes]));
const rows = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
  .map((entry) => {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(dist.length + 1).replaceAll('\\', '/');
    const content = readFileSync(file);
    const first = fetched.get(path);
    return {
      file: path,
      'raw kB': kB(content.length),
      'gzip kB': kB(gzipSync(content, { level: 9 }).length),
      'first load kB': first === undefined ? '' : kB(first),
    };
  })
  .sort((a, b) => b['gzip kB'] - a['gzip kB']);
console.table(rows);
const total = [...fetched.values()].reduce((sum, bytes) => sum + bytes, 0);
console.log(`First load, until the iteration is over 100: ${kB(total)} kB of at most ${kB(FIRST_LOAD_LIMIT)} kB.`);
process.exitCode = total <= FIRST_LOAD_LIMIT ? 0 : 1;

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Both builds of the kernels. Node 20 runs relaxed SIMD only behind a flag (`scripts/run.mjs`), Chromium without. */
export interface LimitBinaries {
  plain: Uint8Array;
  relaxed: Uint8Array;
}

const OPTIONS = ['--runtime', 'stub', '-O3', '--noAssert', '--enable', 'simd', '--disableWarning', '112'];

/** Compiles the kernels from their AssemblyScript, or takes what was compiled from the same text before. */
export async function buildLimit(root: string): Promise<LimitBinaries> {
  const folder = join('tests', 'bench', 'limit', 'assembly');
  const hash = createHash('sha256').update(OPTIONS.join(' '));
  for (const name of readdirSync(join(root, folder)).sort()) hash.update(readFileSync(join(root, folder, name)));
  const cache = join(root, 'node_modules', '.cache', 'minimax', 'limit');
  mkdirSync(cache, { recursive: true });
  const key = hash.digest('hex').slice(0, 16);
  const make = async (kind: string, more: string[]): Promise<Uint8Array> => {
    const path = join(cache, `${key}-${kind}.wasm`);
    try {
      return readFileSync(path);
    } catch {
      const binary = await compile(root, join(folder, 'index.ts'), more);
      writeFileSync(`${path}.${process.pid}`, binary);
      renameSync(`${path}.${process.pid}`, path);
      return binary;
    }
  };
  return { plain: await make('plain', []), relaxed: await make('relaxed', ['--enable', 'relaxed-simd']) };
}

async function compile(root: string, entry: string, more: string[]): Promise<Uint8Array> {
  const asc = await import('assemblyscript/asc');
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main([entry, '--outFile', 'limit.wasm', ...OPTIONS, ...more], {
    readFile: (name: string, base: string) => {
      try {
        return readFileSync(join(base === '.' ? root : base, name), 'utf8');
      } catch {
        return null; // the compiler looks in several places
      }
    },
    listFiles: () => [],
    writeFile: (name: string, contents: Uint8Array | string) => {
      if (name.endsWith('.wasm')) binary = contents as Uint8Array;
    },
  });
  if (error || !binary) throw new Error(`the hand-written kernels do not compile: ${stderr.toString()}`);
  return binary;
}

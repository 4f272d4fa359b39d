/**
 * Builds the replay engine's WebAssembly modules from their source: `npm run kernels`. The results are committed, so that nobody
 * needs the compiler to run the app; a test compares them with a fresh build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { main } from 'assemblyscript/asc';
import { MOST_PAGES } from '../src/engine/replay/threads';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ENTRY = 'src/engine/replay/assembly/index.ts';

/**
 * The modules: with plain SIMD, and with the fused multiply-add of relaxed SIMD; and both again for memory that threads share.
 * Paths relative to the repository.
 */
export const MODULES = {
  plain: 'src/engine/replay/wasm/kernels.wasm',
  relaxed: 'src/engine/replay/wasm/kernels-relaxed.wasm',
  'plain-shared': 'src/engine/replay/wasm/kernels-shared.wasm',
  'relaxed-shared': 'src/engine/replay/wasm/kernels-relaxed-shared.wasm',
} as const;

const OPTIONS = [
  ['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'],
  // No memory management: all addresses come from the programs. The module's own data ends far below 64 KiB.
  ['--runtime', 'stub', '--importMemory', '--noExportMemory', '--enable', 'simd', '--enable', 'threads'],
  // Vectors never cross the module's border.
  ['--disableWarning', '112', '--use', 'abort='],
].flat();

/** Compiles one module. Throws what the compiler printed where it does not compile. */
export async function buildKernels(name: keyof typeof MODULES): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const relaxed = name.startsWith('relaxed') ? ['--enable', 'relaxed-simd'] : [];
  const shared = name.endsWith('shared')
    ? ['--sharedMemory', '--initialMemory', '2', '--maximumMemory', String(MOST_PAGES)]
    : [];
  const { error, stderr } = await main(
    [ENTRY, '--baseDir', root, '--outFile', 'out.wasm', ...OPTIONS, ...relaxed, ...shared],
    {
      writeFile: (_file, contents) => {
        if (typeof contents !== 'string') bytes = contents;
      },
    },
  );
  if (error || !bytes) throw new Error(`${error?.message}\n${stderr.toString()}`);
  return bytes;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, path] of Object.entries(MODULES)) {
    const bytes = await buildKernels(name as keyof typeof MODULES);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
    console.log(`${path}: ${bytes.length} bytes`);
  }
}

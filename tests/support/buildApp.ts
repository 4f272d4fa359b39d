import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Folder of the repository. */
export const root = folderOfPackage(dirname(fileURLToPath(import.meta.url)));

/** The nearest folder above that holds a package: programs are run from here, or bundled from below `node_modules`. */
function folderOfPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : folderOfPackage(dirname(folder));
}

/** Builds the app for production into a folder of its own (never into `dist/`, which is the user's) and returns that. */
export async function buildApp(name: string): Promise<string> {
  const outDir = join(root, 'node_modules', '.cache', 'minimax', name);
  await build({ root, mode: 'production', logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  return outDir;
}

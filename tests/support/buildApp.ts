import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the app for production into a folder of its own (never into `dist/`, which is the user's) and returns that. */
export async function buildApp(name: string): Promise<string> {
  const outDir = join(root, 'node_modules', '.cache', 'minimax', name);
  await build({ root, mode: 'production', logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  return outDir;
}

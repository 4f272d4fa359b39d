/**
 * Runs a TypeScript program of this project in Node: `node scripts/run.mjs src/headless/train.ts --help`.
 *
 * TensorFlow.js ships two copies of its core, and Node would load the one without gradients; bundling with Vite picks
 * the same modules as the browser gets.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { build } from 'vite';

// Browsers have WebAssembly's fused multiply-add; Node 20 hides it behind this flag.
setFlagsFromString('--experimental-wasm-relaxed-simd');

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
const outDir = join(
  root,
  'node_modules',
  '.cache',
  'minimax',
  `${relative(root, entry).replaceAll(/\W/g, '-')}-${process.pid}`,
);
mkdirSync(outDir, { recursive: true });
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));

// Emscripten's glue of the WASM backend asks for CommonJS names.
const banner = `import { createRequire as makeRequire } from 'node:module';
const require = makeRequire(${JSON.stringify(pathToFileURL(join(root, 'package.json')).href)});
const __dirname = ${JSON.stringify(outDir)};
const __filename = __dirname + '/main.mjs';`;

await build({
  root,
  configFile: false,
  logLevel: 'error',
  define: { global: 'globalThis' },
  ssr: { noExternal: [/^@tensorflow\//, 'seedrandom'], target: 'node' },
  build: {
    ssr: join(process.cwd(), entry),
    outDir,
    emptyOutDir: true,
    minify: false,
    rollupOptions: { output: { entryFileNames: 'main.mjs', banner } },
  },
});
process.argv = [process.argv[0], entry, ...rest];
await import(pathToFileURL(join(outDir, 'main.mjs')).href);

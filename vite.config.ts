import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVE_DATASETS = './scripts/serveDatasets.ts';

/** The plugin that serves the folder of stored data sets to the page, where the checkout has it. */
async function datasets(): Promise<Plugin | null> {
  if (!existsSync(new URL(SERVE_DATASETS, import.meta.url))) return null;
  const { serveDatasets } = (await import(SERVE_DATASETS)) as { serveDatasets(): Plugin };
  return serveDatasets();
}

export default defineConfig({
  // Relative addresses, so that `dist` works from any sub-path of any static server.
  base: './',
  plugins: [react(), datasets()],
  // plotly.js expects Node's name for the global object.
  define: { global: 'globalThis' },
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
});

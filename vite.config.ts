import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ISOLATION } from './scripts/isolation';
import { serveDatasets } from './scripts/serveDatasets';

export default defineConfig({
  // Relative addresses, so that `dist` works from any sub-path of any static server.
  base: './',
  plugins: [react(), serveDatasets()],
  // plotly.js expects Node's name for the global object.
  define: { global: 'globalThis' },
  worker: { format: 'es' },
  // What only workers import is then known from the start; else the first visit would end in a reload.
  optimizeDeps: { entries: ['index.html', 'src/worker/*.worker.ts'] },
  server: { headers: ISOLATION },
  preview: { headers: ISOLATION },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
});

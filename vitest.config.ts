import { defineConfig } from 'vitest/config';

/** Tests that drive the built app in a real browser; everything else in `tests/` runs in Node. */
const IN_BROWSER = 'tests/e2e/**/*.test.ts';

export default defineConfig({
  define: { global: 'globalThis' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [IN_BROWSER],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Nothing here measures time: every core may help.
          maxWorkers: '100%',
          // TensorFlow.js ships two copies of its core; through Vite the tests get the one that the browser gets.
          server: { deps: { inline: [/@tensorflow\//] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [IN_BROWSER],
          globalSetup: ['tests/e2e/support/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // One app trains at a time: a second one would only take its core away.
          fileParallelism: false,
        },
      },
    ],
  },
});

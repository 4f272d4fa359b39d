import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from '../../support/browser';
import { buildApp } from '../../support/buildApp';
import { serveFolder } from '../../support/staticServer';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built app, below a sub-path. */
    app: string;
    /** Folder of the built app. */
    built: string;
    /** Where to connect to the shared browser, which has no WebGL flags. */
    browser: string;
  }
}

/** Once for all files: builds the app, serves it from a sub-path, and starts the browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = await buildApp(`e2e-${process.pid}`);
  const server = await serveFolder(built);
  const browser = await launchBrowserServer('plain');
  project.provide('app', server.url);
  project.provide('built', built);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
    rmSync(built, { recursive: true });
  };
}

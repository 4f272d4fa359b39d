import { type BrowserServer, chromium } from 'playwright';
import { findBrowser } from './findBrowser';

/** What the browser may draw with: nothing but the CPU, WebGL computed in software, or WebGL forbidden outright. */
export type Graphics = 'plain' | 'softwareWebGL' | 'noWebGL';

const FLAGS: Record<Graphics, readonly string[]> = {
  plain: [],
  softwareWebGL: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  noWebGL: ['--disable-gpu', '--disable-webgl', '--disable-webgl2', '--disable-3d-apis'],
};

/** Options that start the found browser, headless. */
export function launchOptions(graphics: Graphics) {
  // Chromium's sandbox does not start as root, which is who runs in a bare container.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Small shared memory in containers; and timers of a hidden page must not be slowed down.
  const steady = [
    '--disable-dev-shm-usage',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
  ];
  return { executablePath: findBrowser(), args: [...sandbox, ...steady, ...FLAGS[graphics]] };
}

/** A browser in a process of its own, which several test files connect to. */
export function launchBrowserServer(graphics: Graphics): Promise<BrowserServer> {
  return chromium.launchServer(launchOptions(graphics));
}

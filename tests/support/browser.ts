import { type BrowserServer, chromium } from 'playwright';
import { findBrowser } from './findBrowser';

/** What the browser may draw with: its own choice, WebGL in software, WebGL forbidden outright, or the machine's GPU. */
export type Graphics = 'plain' | 'softwareWebGL' | 'noWebGL' | 'gpu';

const FLAGS: Record<Graphics, readonly string[]> = {
  plain: [],
  softwareWebGL: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  // A headless browser on Linux takes a GPU only through Vulkan; elsewhere it finds the system's way by itself.
  gpu: [
    '--ignore-gpu-blocklist',
    '--enable-gpu',
    ...(process.platform === 'linux'
      ? ['--use-angle=vulkan', '--enable-features=Vulkan', '--disable-vulkan-surface']
      : []),
  ],
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

import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** Places to look in, best first: every name on the PATH, then where each system usually installs a browser. */
export function browserCandidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const ending = platform === 'win32' ? '.exe' : '';
  const onPath = NAMES.flatMap((name) =>
    (env['PATH'] ?? '')
      .split(platform === 'win32' ? ';' : delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, name + ending)),
  );
  if (platform === 'darwin')
    return [...onPath, ...['/', env['HOME'] ?? '/'].flatMap((at) => MAC.map((app) => join(at, app)))];
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => env[name])
      .filter((root) => root !== undefined);
    return [...onPath, ...roots.flatMap((root) => WINDOWS.map((app) => join(root, app)))];
  }
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
  return [...onPath, ...usual.flatMap((folder) => NAMES.map((name) => join(folder, name)))];
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Playwright's own download of Chromium, where somebody made one. */
function downloaded(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** On Debian, as root, the system's own package. Says so first; undefined where that may not or cannot be done. */
function installFromDebian(): string | undefined {
  const asRoot = process.getuid?.() === 0;
  if (!asRoot || !existsSync('/etc/debian_version') || !runs('/usr/bin/apt-get')) return undefined;
  console.log('No browser found: installing the package chromium from Debian.');
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return undefined;
  }
  return ['/usr/bin/chromium'].find(runs);
}

/**
 * Path of a browser that Playwright can drive: the one that `BROWSER_PATH` names, else an installed Chrome, Chromium or
 * Edge, else Playwright's download, else Debian's package, installed on the spot. Throws one sentence if there is none.
 */
export function findBrowser(): string {
  const named = process.env['BROWSER_PATH'];
  if (named) {
    if (runs(named)) return named;
    throw new Error(
      `BROWSER_PATH names ${named}, which cannot be run: point it at Chrome, Chromium or Edge, or unset it.`,
    );
  }
  const found = browserCandidates(process.env, process.platform).find(runs) ?? downloaded() ?? installFromDebian();
  if (found) return found;
  throw new Error(
    'The browser tests need a browser: install Chrome, Chromium or Edge, or run `npx playwright install chromium`, and try again.',
  );
}

import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserCandidates, findBrowser } from '../support/findBrowser';

afterEach(() => vi.unstubAllEnvs());

describe('the search for a browser', () => {
  it('takes what BROWSER_PATH names, or says that it cannot', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'minimax-')), 'browser');
    vi.stubEnv('BROWSER_PATH', file);
    expect(() => findBrowser()).toThrow(/BROWSER_PATH names .* cannot be run/);
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    expect(findBrowser()).toBe(file);
  });

  it.runIf(process.platform !== 'win32')('looks along the PATH first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'minimax-'));
    const file = join(folder, 'microsoft-edge');
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    vi.stubEnv('BROWSER_PATH', '');
    vi.stubEnv('PATH', folder);
    expect(findBrowser()).toBe(file);
  });

  it('knows the usual places of each system', () => {
    const mac = browserCandidates({ PATH: '', HOME: '/me' }, 'darwin');
    expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(mac).toContain('/me/Applications/Chromium.app/Contents/MacOS/Chromium');
    const windows = browserCandidates({ PATH: '', PROGRAMFILES: 'P', LOCALAPPDATA: 'L' }, 'win32');
    expect(windows.some((path) => /^P.Google.Chrome.Application.chrome\.exe$/.test(path))).toBe(true);
    expect(windows.some((path) => /^L.Microsoft.Edge.Application.msedge\.exe$/.test(path))).toBe(true);
    expect(browserCandidates({ PATH: '' }, 'linux')).toContain('/usr/bin/google-chrome');
  });
});

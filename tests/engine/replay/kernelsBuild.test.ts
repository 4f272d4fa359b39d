import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildKernels, MODULES } from '../../../scripts/buildKernels';
import { root } from '../../support/buildApp';

describe('the kernels’ modules', () => {
  it.each(Object.entries(MODULES))('are what their source says: %s', async (name, path) => {
    const fresh = await buildKernels(name as keyof typeof MODULES);
    expect(Buffer.from(fresh).equals(readFileSync(join(root, path)))).toBe(true);
  });

  it.each(Object.values(MODULES))('are small: %s', (path) => {
    expect(gzipSync(readFileSync(join(root, path)), { level: 9 }).length).toBeLessThan(15_000);
  });
});

import { expect, it, vi } from 'vitest';
import { startEngine } from '../../src/engine/start';

// In a file of its own: after one failure the WASM backend cannot be started in this process any more.
it('a WASM binary that cannot be fetched makes the engine unavailable instead of waiting for ever', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const nowhere = { wasmPath: (file: string) => `/nowhere/${file}` };
  await expect(startEngine('wasm', nowhere)).rejects.toMatchObject({
    code: 'engine.unavailable',
    values: { engine: 'wasm' },
  });
  warn.mockRestore();
});

import { beforeAll, describe, expect, it } from 'vitest';
import { readCaption } from '../../src/core/captions';
import type { Captions } from '../../src/data/types';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { READING } from '../../src/training/look';
import { withGiven } from '../../src/ui/latent/vectors';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

describe('a caption that somebody writes', () => {
  beforeAll(() => startEngine('wasm', nodeEngines));

  it('is drawn like the same sentence among the examples, and another one otherwise, replayed or not', async () => {
    const preset = catalog.presets.find(({ id }) => id === 'faces-from-captions');
    if (!preset) throw new Error('no captions');
    const config = { ...preset.config, batchSize: 4, datasetParams: { ...preset.config.datasetParams, size: 40 } };
    const { makeExecutor } = await startEngine('replay', nodeEngines);
    for (const make of [undefined, makeExecutor]) {
      const { trainer, dispose } = await openSession(config, emptyStore, undefined, make);
      for (let i = 0; i < 3; i++) trainer.iterate();
      const { system, dataset } = trainer;
      const { words: vocabulary, length, examples } = dataset.info.captions as Captions;
      const at = system.prior?.[0]?.size as number;
      const asked = Float32Array.from({ length: system.latentSize }, (_, i) => (i < at ? Math.sin(i) : 0));
      asked[at + 2] = 1;
      const draw = async (caption: string) => {
        const words = Float32Array.from(readCaption(caption, vocabulary, length).words);
        const code = await trainer.look(READING, words, 1);
        return trainer.generate(withGiven(asked, code, system.prior), 1);
      };
      const example = await trainer.generate(asked.slice(), 1);
      const apart = (a: Float32Array) => Math.max(...a.map((value, i) => Math.abs(value - (example[i] as number))));
      expect(apart(await draw(examples[2]?.caption ?? ''))).toBeLessThan(1e-5);
      expect(apart(await draw('an old bald man'))).toBeGreaterThan(1e-4);
      dispose();
    }
  });
});

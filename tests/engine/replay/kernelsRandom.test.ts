import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../../src/core/random';
import { WasmRandom } from '../../../src/engine/replay/wasmRandom';
import { BUILDS } from './kernelModule';

const draws = fc.record({
  seed: fc.integer({ min: 0 }),
  calls: fc.array(fc.record({ normal: fc.boolean(), count: fc.integer({ min: 0, max: 40 }) }), { maxLength: 8 }),
});

describe.each(BUILDS)('random numbers, $name', (module) => {
  it('are those of the stream, bit for bit, call by call, and leave it in the same state', () => {
    fc.assert(
      fc.property(draws, ({ seed, calls }) => {
        module.clear();
        const { exports, memory } = module.forRandom();
        const random = new WasmRandom(exports, memory, module.scratch(8));
        const [plain, fast] = [new Stream(seed, 'noise'), new Stream(seed, 'noise')];
        for (const { normal, count } of calls) {
          const place = module.place(new Float32Array(count), 1).numbers;
          const expected = new Float32Array(count);
          if (normal) plain.fillNormal(expected);
          else plain.fillUniform(expected);
          if (normal) random.fillNormal(fast, place);
          else random.fillUniform(fast, place);
          expect([...place]).toEqual([...expected]);
        }
        expect(fast.state()).toEqual(plain.state());
      }),
      { numRuns: 200 },
    );
  });

  it('agree over many', () => {
    module.clear();
    const { exports, memory } = module.forRandom();
    const random = new WasmRandom(exports, memory, module.scratch(8));
    const place = module.place(new Float32Array(200_001)).numbers;
    random.fillNormal(new Stream(5, 'noise'), place);
    expect(place).toEqual(new Stream(5, 'noise').fillNormal(new Float32Array(200_001)));
  });
});

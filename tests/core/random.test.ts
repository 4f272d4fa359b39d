import { describe, expect, it } from 'vitest';
import { cos, exp, log, sin } from '../../src/core/maths';
import { makeStreams, restoreStreams, Stream, streamsState } from '../../src/core/random';
import { mean, normalQuantile, standardDeviation } from '../../src/core/statistics';

describe('own elementary functions', () => {
  it('agree with the platform to the last bits', () => {
    for (let i = 1; i < 2000; i++) {
      const x = i * 0.137;
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(2e-15 * Math.max(1, Math.abs(Math.log(x))));
      expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(1e-14);
      expect(Math.abs(cos(-x) - Math.cos(x))).toBeLessThan(1e-14);
      expect(Math.abs(exp(x / 10) / Math.exp(x / 10) - 1)).toBeLessThan(1e-14);
    }
  });
});

describe('streams', () => {
  it('repeat for the same seed and name, and differ for others', () => {
    const draw = (seed: number, name: string) => {
      const stream = new Stream(seed, name);
      return [stream.uint32(), stream.uniform(), stream.normal(), stream.below(10)];
    };
    expect(draw(3, 'data')).toEqual(draw(3, 'data'));
    expect(draw(3, 'data')).not.toEqual(draw(4, 'data'));
    expect(draw(3, 'data')).not.toEqual(draw(3, 'noise'));
    expect(draw(3, 'data')).not.toEqual(draw(3 + 2 ** 32, 'data'));
  });

  it('are known bits, so that links mean the same for ever', () => {
    const stream = new Stream(1, 'data');
    expect([stream.uint32(), stream.uint32(), stream.uint32()]).toMatchInlineSnapshot(`
      [
        3730187140,
        1341606902,
        2844937743,
      ]
    `);
  });

  it('draw uniform and normal numbers with the right moments', () => {
    const stream = new Stream(9, 'moments');
    const uniform = stream.fillUniform(new Float32Array(100_000));
    const normal = stream.fillNormal(new Float32Array(100_000));
    expect(mean(uniform)).toBeCloseTo(0.5, 2);
    expect(standardDeviation(uniform)).toBeCloseTo(Math.sqrt(1 / 12), 2);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    expect(Math.abs(mean(normal))).toBeLessThan(0.02);
    expect(Math.abs(standardDeviation(normal) - 1)).toBeLessThan(0.02);
    const beyond = normal.filter((x) => Math.abs(x) > 1.959964).length / normal.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.005);
  });

  it('go on exactly from a saved state, the spare normal deviate included', () => {
    const streams = makeStreams(5);
    streams.noise.normal();
    const state = structuredClone(streamsState(streams));
    const expected = streams.noise.fillNormal(new Float32Array(7));
    const restored = makeStreams(99);
    restoreStreams(restored, state);
    expect(restored.noise.fillNormal(new Float32Array(7))).toEqual(expected);
  });
});

describe('normal quantiles', () => {
  it('match the table', () => {
    const table = { 0.5: 0, 0.975: 1.959964, 0.001: -3.090232, 0.9: 1.281552, 0.01: -2.326348 };
    for (const [p, z] of Object.entries(table)) expect(normalQuantile(Number(p))).toBeCloseTo(z, 5);
  });
});

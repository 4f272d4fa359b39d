import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatLimit,
  formatValue,
  fromPosition,
  type NumberSpec,
  nudge,
  readNumber,
  SLIDER_STEPS,
  sliderScale,
  toPosition,
} from '../../src/ui/controls/numbers';

const rate: NumberSpec = { kind: 'float', min: 1e-6, max: 1, scale: 'log' };
const fraction: NumberSpec = { kind: 'float', min: 0, max: 0.9999 };
const batch: NumberSpec = { kind: 'int', min: 2, max: 1024 };
const k: NumberSpec = { kind: 'int', min: 1, max: 20 };
const seed: NumberSpec = { kind: 'int', min: 0, max: Number.MAX_SAFE_INTEGER };

describe('readNumber', () => {
  it.each([
    ['2e-4', 'float', 2e-4],
    ['0,5', 'float', 0.5],
    [' 1 000 ', 'int', 1000],
    ['1,000', 'int', 1000],
    ['1,000', 'float', 1],
    ['.5', 'float', 0.5],
    ['−3', 'int', -3],
    ['1E2', 'int', 100],
  ] as const)('reads %s as %s', (text, kind, value) => {
    expect(readNumber(text, kind)).toBe(value);
  });

  it.each([
    '',
    '  ',
    'ten',
    '1.2.3',
    '0x10',
    'Infinity',
    'NaN',
    '1e999',
    '--1',
    '1e',
    '5 cm',
  ])('refuses “%s”', (text) => {
    expect(readNumber(text, 'float')).toBeNull();
  });
});

describe('formatValue', () => {
  it('writes what can be typed back', () => {
    for (const value of [0, 1, 64, 2e-4, 1.5e-5, 0.001, 0.9999, 0.1 + 0.2, 123456789]) {
      expect(readNumber(formatValue(value), 'float')).toBeCloseTo(value, 12);
    }
    expect(formatValue(2e-4)).toBe('2e-4');
    expect(formatValue(0.1 + 0.2)).toBe('0.3');
  });

  it('separates thousands in counts and large limits', () => {
    expect(formatCount(1234567, 'en')).toBe('1,234,567');
    expect(formatLimit(4096, 'en')).toBe('4,096');
    expect(formatLimit(1e-6, 'en')).toBe('1e-6');
  });
});

describe('sliders', () => {
  it('take the scale that the limits ask for, or none', () => {
    expect([rate, fraction, batch, k, seed].map(sliderScale)).toEqual(['log', 'linear', 'log', 'linear', null]);
  });

  it.each([rate, fraction, batch, k])('reach both limits exactly and stay within them', (spec) => {
    expect(fromPosition(spec, 0)).toBe(spec.min);
    expect(fromPosition(spec, SLIDER_STEPS)).toBe(spec.max);
    for (let at = 0; at <= SLIDER_STEPS; at++) {
      const value = fromPosition(spec, at);
      expect(value).toBeGreaterThanOrEqual(spec.min);
      expect(value).toBeLessThanOrEqual(spec.max);
      if (spec.kind === 'int') expect(Number.isInteger(value)).toBe(true);
    }
  });

  it('put decades of a logarithmic scale at equal distances', () => {
    const positions = [1e-6, 1e-4, 1e-2, 1].map((value) => toPosition(rate, value));
    expect(positions).toEqual([0, 67, 133, 200]);
  });

  it('show a value where moving there gives it back, to two digits', () => {
    expect(fromPosition(rate, toPosition(rate, 2e-4))).toBeCloseTo(2e-4, 5);
    expect(fromPosition(k, toPosition(k, 7))).toBe(7);
  });
});

describe('nudge', () => {
  it('moves by one, or by a tenth of the leading place, and stops at the limits', () => {
    expect(nudge(k, 5, 1)).toBe(6);
    expect(nudge(k, 20, 1)).toBe(20);
    expect(nudge(rate, 2e-4, 1)).toBe(2.1e-4);
    expect(nudge(rate, 1e-6, -1)).toBe(1e-6);
    expect(nudge(fraction, 0, -1)).toBe(0);
    expect(nudge(fraction, 0.5, 1)).toBeCloseTo(0.51, 4);
  });
});

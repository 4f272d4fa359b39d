import { describe, expect, it } from 'vitest';
import { spread } from '../../src/ui/pictures/spread';

describe('the moments of an animation', () => {
  it('are all where they are few, else evenly spread with both ends', () => {
    expect(spread([1, 2, 3], 5)).toEqual([1, 2, 3]);
    const list = Array.from({ length: 101 }, (_, i) => i);
    expect(spread(list, 5)).toEqual([0, 25, 50, 75, 100]);
  });
});

import { describe, expect, it } from 'vitest';
import { readCaption } from '../../src/core/captions';

const WORDS = ['a', 'red', 'hat', 'tied-up'];

describe('a caption', () => {
  it('is taken apart into the words of the vocabulary, whatever stands between them', () => {
    const { words, unknown } = readCaption('A red, TIED-UP hat!', WORDS, 6);
    expect([...words]).toEqual([0, 1, 3, 2, -1, -1]);
    expect(unknown).toEqual([]);
  });

  it('says which words nobody knows, each once, and leaves their places empty', () => {
    const { words, unknown } = readCaption('a größer red größer freckle', WORDS, 6);
    expect([...words]).toEqual([0, -1, 1, -1, -1, -1]);
    expect(unknown).toEqual(['größer', 'freckle']);
  });

  it('ends where the longest caption would, and may be empty', () => {
    expect([...readCaption('hat hat hat', WORDS, 2).words]).toEqual([2, 2]);
    expect([...readCaption(' … ', WORDS, 2).words]).toEqual([-1, -1]);
  });
});

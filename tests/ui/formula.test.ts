import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/ui/controls/cards/formula';

const coloured = (formula: string) => piecesOf(formula).flatMap(({ text, node }) => (node ? [`${text} ${node}`] : []));

describe('symbols of a formula', () => {
  it('belong to the nodes of the diagram, below the line too', () => {
    expect(coloured('L_D = −E[C(G(z))] + λ V(x)')).toEqual(['L loss', 'D D', 'C D', 'G G', 'z noise', 'x data']);
    expect(piecesOf('L_D').map(({ below }) => below)).toEqual([false, true]);
  });

  it('leave letters in words and under accents as they are', () => {
    expect(coloured('Descend min(Lap(x̂), max)  or Gaussian, log exp')).toEqual([]);
  });

  it('lose nothing of the text', () => {
    const text = 'min_G max_D E log D(x|y), x̂ = εx + (1 − ε)G(z)';
    expect(piecesOf(text).reduce((all, piece) => all + (piece.below ? '_' : '') + piece.text, '')).toBe(text);
  });
});

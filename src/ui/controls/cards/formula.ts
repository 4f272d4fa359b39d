/** A piece of a formula: its text, whether it stands below the line, and the diagram's node that it belongs to, if any. */
export interface Piece {
  /** Its place in the text. */
  at: number;
  text: string;
  below: boolean;
  node: string | null;
}

/** The diagram's nodes by the letters that stand for them: D's raw score C and its head S are D's. E also means expectation. */
const NODES: Readonly<Record<string, string>> = {
  x: 'data',
  y: 'data',
  z: 'noise',
  G: 'G',
  D: 'D',
  C: 'D',
  S: 'D',
  L: 'loss',
};

/** A letter after `_`, or one that stands for a node by itself: neither in a word nor under an accent. */
const SYMBOL = /_(\w)|(?<!\p{L})([GDCSLxyz])(?![\p{L}\p{M}])/gu;

/** The pieces of a formula in plain text, in order. */
export function piecesOf(formula: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const plain = (to: number): void => {
    if (to > end) pieces.push({ at: end, text: formula.slice(end, to), below: false, node: null });
  };
  for (const { index, 0: whole, 1: below, 2: letter } of formula.matchAll(SYMBOL)) {
    plain(index);
    const text = (below ?? letter) as string;
    pieces.push({ at: index, text, below: below !== undefined, node: NODES[text] ?? null });
    end = index + whole.length;
  }
  plain(formula.length);
  return pieces;
}

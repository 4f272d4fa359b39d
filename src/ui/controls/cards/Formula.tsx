import classes from '../controls.module.css';
import { piecesOf } from './formula';

/** A formula in plain text; a letter after `_` stands below the line, and symbols have the colour of their node in the diagram. */
export function Formula({ text }: { text: string }) {
  return piecesOf(text).map(({ at, text: piece, below, node }) => {
    const own = node === null ? {} : { className: classes.symbol, 'data-node': node };
    if (below) {
      return (
        <sub key={at} {...own}>
          {piece}
        </sub>
      );
    }
    return node === null ? (
      piece
    ) : (
      <span key={at} {...own}>
        {piece}
      </span>
    );
  });
}

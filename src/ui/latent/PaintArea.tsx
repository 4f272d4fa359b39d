import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureGrid } from '../pictures/PictureGrid';
import { type Cell, cellsBetween } from './brush';

interface PaintAreaProps {
  /** What is seen: [height, width, channels], 0–255. */
  bytes: Uint8Array;
  shape: readonly number[];
  /** Told of every cell that the brush passes. */
  onPaint(cells: readonly Cell[]): void;
}

const MOVES: Readonly<Record<string, Cell>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A picture that one paints on: with a mouse, a pen or a finger, or with the arrow keys and the space bar. */
export function PaintArea({ bytes, shape, onPaint }: PaintAreaProps) {
  const { t } = useTranslation();
  const [height = 1, width = 1] = shape;
  const [cursor, setCursor] = useState<Cell>([Math.floor(width / 2), Math.floor(height / 2)]);
  const last = useRef<Cell | null>(null);

  const cellAt = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Cell => {
    const box = currentTarget.getBoundingClientRect();
    const inside = (share: number, size: number) => Math.min(size - 1, Math.max(0, Math.floor(share * size)));
    return [inside((clientX - box.left) / box.width, width), inside((clientY - box.top) / box.height, height)];
  };
  const goOn = (event: PointerEvent<HTMLElement>): void => {
    if (!last.current) return;
    const cell = cellAt(event);
    onPaint(cellsBetween(last.current, cell));
    last.current = cell;
    setCursor(cell);
  };
  const begin = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = cellAt(event);
    goOn(event);
  };
  const end = (): void => {
    last.current = null;
  };
  const press = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (move) setCursor(([x, y]) => [clamp(x + move[0], width), clamp(y + move[1], height)]);
    else if (event.key === ' ') onPaint([cursor]);
    else return;
    event.preventDefault();
    // The page's own keys must not hear it: space would let the run go on.
    event.stopPropagation();
  };

  return (
    <div
      className="latent-canvas"
      role="application"
      aria-label={t('latent.paint.area', { x: cursor[0] + 1, y: cursor[1] + 1 })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is painted on by keyboard
      tabIndex={0}
      onPointerDown={begin}
      onPointerMove={goOn}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={press}
    >
      <PictureGrid bytes={bytes} shape={shape} />
      <span
        aria-hidden
        style={{
          left: `${(100 * cursor[0]) / width}%`,
          top: `${(100 * cursor[1]) / height}%`,
          width: `${100 / width}%`,
          height: `${100 / height}%`,
        }}
      />
    </div>
  );
}

const clamp = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value));

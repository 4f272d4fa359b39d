import { useEffect, useRef } from 'react';
import type { Sheet } from './drawing';
import { type Palette, readPalette } from './palette';

/** Size of the words on a stage of that width, in CSS pixels. */
export const typeSize = (width: number): number => (width > 560 ? 14 : 12);

/** Twenty-five pictures a second look like motion and leave the thread free. */
const MOVING_EVERY_MS = 40;

export interface StageCanvasProps {
  /** Calls back whenever there is another picture; returns how to stop. The same function at every rendering. */
  watch(changed: () => void): () => void;
  /** Draws the picture of this moment; another function where it shall be drawn anew. */
  draw(sheet: Sheet): void;
  /** What the picture shows, for those who do not see it. */
  label: string;
  /** Whether something in the picture moves by itself. */
  moving?: boolean;
  /** Where the pointer is, in CSS pixels; null once it has left. */
  onHover?(place: { x: number; y: number } | null): void;
  canvasRef: React.RefObject<HTMLCanvasElement | null>;
}

/**
 * A canvas that fills its box, sharp on every screen, and draws itself once per animation frame when the stage, the size
 * or the theme changes, without React having to render.
 */
export function StageCanvas({ watch, draw, label, moving = false, onHover, canvasRef }: StageCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(draw);
  const redraw = useRef<() => void>(() => undefined);

  useEffect(() => {
    const canvas = canvasRef.current as HTMLCanvasElement;
    let wanted = 0;
    let palette: Palette | null = null;
    const paint = () => {
      wanted = 0;
      const { clientWidth: width, clientHeight: height } = box.current as HTMLDivElement;
      const ratio = window.devicePixelRatio || 1;
      const context = canvas.getContext('2d');
      if (!context || width === 0 || height === 0) return;
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      palette ??= readPalette();
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      latest.current({ context, width, height, palette, type: typeSize(width) });
    };
    const ask = () => {
      if (wanted === 0) wanted = requestAnimationFrame(paint);
    };
    const unsubscribe = watch(ask);
    const size = new ResizeObserver(ask);
    size.observe(box.current as HTMLDivElement);
    const theme = new MutationObserver(() => {
      palette = null;
      ask();
    });
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] });
    redraw.current = ask;
    ask();
    return () => {
      unsubscribe();
      size.disconnect();
      theme.disconnect();
      cancelAnimationFrame(wanted);
    };
  }, [canvasRef, watch]);

  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => redraw.current(), MOVING_EVERY_MS);
    return () => clearInterval(timer);
  }, [moving]);

  // A layer was switched: the picture of this moment is drawn again.
  useEffect(() => {
    latest.current = draw;
    redraw.current();
  }, [draw]);

  return (
    <div ref={box} className="stage-box">
      <canvas
        ref={canvasRef}
        role="img"
        aria-label={label}
        onPointerMove={({ nativeEvent }) => onHover?.({ x: nativeEvent.offsetX, y: nativeEvent.offsetY })}
        onPointerLeave={() => onHover?.(null)}
      />
    </div>
  );
}

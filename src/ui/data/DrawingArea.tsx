import { type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnPoint } from '../../core/drawing';
import { type Palette, readPalette } from '../stage/palette';
import type { Sheet } from './sheet';
import type { Stroke } from './strokes';

interface DrawingAreaProps {
  sheet: Sheet;
  onBegin(point: DrawnPoint): void;
  onDraw(points: readonly DrawnPoint[]): void;
}

/** The square that one draws on, with a mouse, a pen or a finger. */
export function DrawingArea({ sheet, onBegin, onDraw }: DrawingAreaProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pressed = useRef<number | null>(null);

  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const paint = () => drawSheet(element, sheet, readPalette());
    paint();
    const size = new ResizeObserver(paint);
    size.observe(element);
    const theme = new MutationObserver(paint);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] });
    return () => {
      size.disconnect();
      theme.disconnect();
    };
  }, [sheet]);

  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0 || pressed.current !== null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pressed.current = event.pointerId;
    onBegin(placeOf(event.currentTarget, event));
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.pointerId !== pressed.current) return;
    const { currentTarget, nativeEvent } = event;
    // Between two frames a pen reports many places; a slow page must not make a coarse line.
    const all = nativeEvent.getCoalescedEvents?.() ?? [];
    onDraw((all.length > 0 ? all : [nativeEvent]).map((one) => placeOf(currentTarget, one)));
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.pointerId === pressed.current) pressed.current = null;
  };

  return (
    <div className="drawing-area">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('data.draw.area')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {sheet.strokes.length === 0 && (sheet.placeholder || sheet.base.length === 0) && (
        <span className="drawing-empty" aria-hidden>
          {t('data.draw.empty')}
        </span>
      )}
    </div>
  );
}

/** A place on the canvas in the drawing's units: [−1, 1]², y upwards. */
function placeOf(canvas: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): DrawnPoint {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return [(2 * (clientX - left)) / width - 1, 1 - (2 * (clientY - top)) / height];
}

function drawSheet(canvas: HTMLCanvasElement, { base, placeholder, strokes }: Sheet, palette: Palette): void {
  const { clientWidth: side } = canvas;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(side * ratio);
  canvas.height = Math.round(side * ratio);
  const context = canvas.getContext('2d');
  if (!context || side === 0) return;
  // From here on one unit of the drawing is one unit of the canvas.
  const unit = (side * ratio) / 2;
  context.setTransform(unit, 0, 0, -unit, unit, unit);
  context.strokeStyle = palette.line;
  context.lineWidth = 2 / side;
  context.beginPath();
  context.moveTo(-1, 0);
  context.lineTo(1, 0);
  context.moveTo(0, -1);
  context.lineTo(0, 1);
  context.stroke();
  context.fillStyle = palette.data;
  context.strokeStyle = palette.data;
  context.globalAlpha = placeholder ? 0.25 : 0.6;
  for (const [x, y] of base) context.fillRect(x - 0.012, y - 0.012, 0.024, 0.024);
  for (const stroke of strokes) drawStroke(context, stroke);
}

function drawStroke(context: CanvasRenderingContext2D, { path, radius }: Stroke): void {
  const [first] = path;
  if (!first) return;
  context.lineWidth = 2 * radius;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(...first);
  // A dot is a line that goes nowhere: its round ends are seen.
  for (const point of path.length > 1 ? path.slice(1) : path) context.lineTo(...point);
  context.stroke();
}

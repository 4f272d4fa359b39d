import type { Palette } from './palette';

/** Everything a picture needs: where to draw, how large the box is in CSS pixels, and in which colours. */
export interface Sheet {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  palette: Palette;
  /** Size of small type, larger for a projector. */
  type: number;
}

/** Position of text relative to its point. */
interface TextPlace {
  align?: CanvasTextAlign;
  base?: CanvasTextBaseline;
  bold?: boolean;
  /** A rim in the ground's colour, so that the word can be read over lines and areas. */
  rim?: boolean;
}

/** Writes text in the page's face. */
export function write(sheet: Sheet, text: string, x: number, y: number, colour: string, place: TextPlace = {}): void {
  const { context, type } = sheet;
  context.font = `${place.bold ? '600 ' : ''}${type}px system-ui, sans-serif`;
  context.textAlign = place.align ?? 'left';
  context.textBaseline = place.base ?? 'alphabetic';
  if (place.rim) {
    context.strokeStyle = sheet.palette.panel;
    context.lineWidth = 3.5;
    context.lineJoin = 'round';
    context.strokeText(text, x, y);
  }
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** Width of bold text, in pixels. */
export function widthOf({ context, type }: Sheet, text: string): number {
  context.font = `600 ${type}px system-ui, sans-serif`;
  return context.measureText(text).width;
}

/** Draws a polyline; NaN breaks it. */
export function polyline(
  { context }: Sheet,
  count: number,
  point: (i: number) => readonly [number, number],
  style: { colour: string; width: number; dash?: number[] },
): void {
  context.beginPath();
  let pen = false;
  for (let i = 0; i < count; i++) {
    const [x, y] = point(i);
    if (Number.isFinite(y)) {
      if (pen) context.lineTo(x, y);
      else context.moveTo(x, y);
    }
    pen = Number.isFinite(y);
  }
  context.strokeStyle = style.colour;
  context.lineWidth = style.width;
  context.setLineDash(style.dash ?? []);
  context.lineJoin = 'round';
  context.stroke();
  context.setLineDash([]);
}

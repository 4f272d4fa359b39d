import { type DrawnPoint, decodeDrawing, defaultDrawing, encodeDrawing, MAX_DRAWN_POINTS } from '../../core/drawing';
import { extended, pointsOf, type Stroke } from './strokes';

/** What is on the drawing area: points that were there before, and the strokes drawn since. */
export interface Sheet {
  base: readonly DrawnPoint[];
  /** Whether `base` only stands where nothing was drawn yet, and goes with the first stroke. */
  placeholder: boolean;
  strokes: readonly Stroke[];
}

/** The sheet that shows a drawing's text. Text that cannot be read is an empty sheet: the run says what is wrong with it. */
export function sheetOf(text: string): Sheet {
  if (text === '') return { base: defaultDrawing(), placeholder: true, strokes: [] };
  try {
    return { base: decodeDrawing(text), placeholder: false, strokes: [] };
  } catch {
    return { base: [], placeholder: false, strokes: [] };
  }
}

/** The sheet with the first point of a new stroke. */
export function begun(sheet: Sheet, point: DrawnPoint, radius: number): Sheet {
  const base = sheet.placeholder ? [] : sheet.base;
  return { base, placeholder: false, strokes: [...sheet.strokes, { path: extended([], [point]), radius }] };
}

/** The sheet with its last stroke drawn on. */
export function drawnOn(sheet: Sheet, points: readonly DrawnPoint[]): Sheet {
  const last = sheet.strokes.at(-1);
  if (!last) return sheet;
  const stroke = { ...last, path: extended(last.path, points) };
  return { ...sheet, strokes: [...sheet.strokes.slice(0, -1), stroke] };
}

/** The sheet without its last stroke. */
export const undone = (sheet: Sheet): Sheet => ({ ...sheet, strokes: sheet.strokes.slice(0, -1) });

/** All points of the sheet: what was there takes the room that it had, new strokes share the rest of the limit. */
export function pointsOn({ base, strokes }: Sheet): DrawnPoint[] {
  const room = strokes.length > 0 ? Math.max(MAX_DRAWN_POINTS - base.length, MAX_DRAWN_POINTS / 2) : 0;
  return [...base, ...pointsOf(strokes, room)];
}

/** The sheet as the text of a drawing; empty where nothing is drawn. */
export const textOf = (sheet: Sheet): string => (sheet.placeholder ? '' : encodeDrawing(pointsOn(sheet)));

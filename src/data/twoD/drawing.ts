import { type DrawnPoint, decodeDrawing, defaultDrawing, MAX_DRAWING_LENGTH } from '../../core/drawing';
import { defineDataset } from '../define';
import { measuredSet } from '../points';

/** The pen's blur around each drawn point. */
const BLUR = 0.02;

/** What the user drew: points along the strokes, each blurred a little. Nothing drawn yet is a heart. */
export const drawing = defineDataset({
  id: 'drawing',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params: {
    strokes: { kind: 'text', default: '', maxLength: MAX_DRAWING_LENGTH, control: 'drawing', group: 'data' },
  },
  open({ strokes }) {
    const points = strokes === '' ? defaultDrawing() : decodeDrawing(strokes);
    const set = measuredSet('drawing', (stream, out, at) => {
      const [x, y] = points[stream.below(points.length)] as DrawnPoint;
      out[at] = x + BLUR * stream.normal();
      out[at + 1] = y + BLUR * stream.normal();
    });
    const range = [
      [-1, 1],
      [-1, 1],
    ] as const;
    return { ...set, info: { ...set.info, range } };
  },
});

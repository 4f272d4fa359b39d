import { type DrawnPoint, decodeDrawing, defaultDrawing, MAX_DRAWING_LENGTH } from '../../core/drawing';
import { mean, standardDeviation } from '../../core/statistics';
import { defineDataset } from '../define';
import { planeInfo, samplePoints } from './common';

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
    const axes = [0, 1].map((axis) => points.map((point) => point[axis] as number));
    const [spreadX = 0, spreadY = 0] = axes.map(standardDeviation);
    // One scale for both axes: a flat drawing stays flat for the networks too.
    const scale = Math.sqrt((spreadX ** 2 + spreadY ** 2) / 2 + BLUR ** 2);
    return {
      info: planeInfo('drawing', scale, 1, { shift: axes.map(mean) }),
      sample: (stream, count) =>
        samplePoints(count, () => {
          const [x, y] = points[stream.below(points.length)] as DrawnPoint;
          return [x + BLUR * stream.normal(), y + BLUR * stream.normal()];
        }),
    };
  },
});

import type { Annotations, Data, Layout, Shape } from 'plotly.js';
import type { Measured, Quality } from '../../core/quality';
import type { ChartColours } from '../charts/figure';
import { BESIDE } from './telling';

const GAP = 0.1;

/** What the figure shows: one panel per metric, from the top. */
export interface QualityFigure {
  ids: readonly string[];
  points: readonly Quality[];
  /** Names of the metrics by id, of the floor's line (`floor`), of two lines in one panel (`exact`, `critic`), and of the axis (`iteration`). */
  names: Readonly<Record<string, string>>;
  colours: ChartColours;
}

type Point = Measured & { iteration: number };

const measuredOf = (id: string, points: readonly Quality[]): Point[] =>
  points.flatMap(({ iteration, metrics }) => {
    const metric = metrics.find((one) => one.id === id);
    return metric ? [{ iteration, ...metric }] : [];
  });

const LINE = {
  type: 'scatter',
  mode: 'lines+markers',
  marker: { size: 5 },
  hovertemplate: '%{y:.4~g}<extra>%{fullData.name}</extra>',
  showlegend: false,
} as const;

/** The metrics over the iterations, each with a dashed line where real samples lie. */
export function makeQualityFigure({ ids, points, names, colours }: QualityFigure): {
  data: Data[];
  layout: Partial<Layout>;
} {
  const axis = (panel: number): string => `y${panel === 0 ? '' : panel + 1}`;
  const height = (1 - GAP * ids.length) / ids.length;
  const top = (panel: number): number => 1 - GAP / 2 - panel * (height + GAP);
  const common = { gridcolor: colours.line, zeroline: false, linecolor: colours.line, automargin: false };
  const data: Data[] = [];
  const shapes: Partial<Shape>[] = [];
  const annotations: Partial<Annotations>[] = [];
  for (const [panel, id] of ids.entries()) {
    const measured = measuredOf(id, points);
    const estimate = measuredOf(BESIDE[id] ?? '', points);
    const line = (of: string, values: readonly Point[], actor: string): Data => ({
      ...LINE,
      x: values.map(({ iteration }) => iteration),
      y: values.map(({ value }) => value),
      xaxis: 'x',
      yaxis: axis(panel) as never,
      name: names[of] ?? of,
      line: { color: colours.of[actor] ?? colours.text, width: 1.75 },
    });
    data.push(line(id, measured, 'fake'));
    if (estimate.length > 0) {
      data.push(line(BESIDE[id] as string, estimate, 'discriminator'));
      annotations.push(
        ...endNames(measured.at(-1) as Point, estimate.at(-1) as Point, axis(panel), { names, colours }),
      );
    }
    annotations.push(
      note({
        text: `<b>${names[id] ?? id}</b>`,
        yref: 'paper',
        x: 0,
        y: top(panel),
        xanchor: 'left',
        font: { size: 12, color: colours.text },
      }),
    );
    const floor = measured.at(-1)?.floor;
    if (floor === undefined) continue;
    const { shape, name } = floorLine(floor, axis(panel), { names, colours });
    shapes.push(shape);
    annotations.push(name);
  }
  const yaxes = ids.map((_, panel) => [
    `yaxis${panel === 0 ? '' : panel + 1}`,
    { ...common, domain: [Math.max(0, top(panel) - height), top(panel)], nticks: 4, rangemode: 'tozero' },
  ]);
  return {
    data,
    layout: {
      autosize: true,
      margin: { l: 44, r: 10, t: 18, b: 34 },
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      font: { family: 'system-ui, sans-serif', size: 11, color: colours.quiet },
      hovermode: 'x',
      ...Object.fromEntries(yaxes),
      xaxis: {
        ...common,
        anchor: axis(ids.length - 1),
        title: { text: names['iteration'] ?? '', standoff: 6 },
        rangemode: 'tozero',
      },
      shapes,
      annotations,
    } as Partial<Layout>,
  };
}

/** Where real samples lie. */
function floorLine(floor: number, axis: string, { names, colours }: Pick<QualityFigure, 'names' | 'colours'>) {
  const yref = axis as never;
  const line = { color: colours.of['real'] ?? colours.theory, width: 1, dash: 'dash' } as const;
  const shape: Partial<Shape> = { type: 'line', xref: 'paper', yref, x0: 0, x1: 1, y0: floor, y1: floor, line };
  const font = { size: 10, color: colours.of['real-text'] ?? colours.quiet };
  const name = note({
    text: names['floor'] ?? '',
    yref,
    x: 1,
    y: floor,
    xanchor: 'right',
    bgcolor: colours.ground,
    font,
  });
  return { shape, name };
}

/** The names of a measured line and of its estimate at their ends, the upper one above its line. */
function endNames(
  measured: Point,
  estimate: Point,
  axis: string,
  { names, colours }: Pick<QualityFigure, 'names' | 'colours'>,
): Partial<Annotations>[] {
  const end = (text: string | undefined, { iteration, value }: Point, other: Point, actor: string) =>
    note({
      text: text ?? '',
      xref: 'x',
      yref: axis as never,
      x: iteration,
      y: value,
      xanchor: 'right',
      yanchor: value > other.value ? 'bottom' : 'top',
      bgcolor: colours.ground,
      font: { size: 11, color: colours.of[`${actor}-text`] ?? colours.text },
    });
  return [end(names['exact'], measured, estimate, 'fake'), end(names['critic'], estimate, measured, 'discriminator')];
}

const note = (own: Partial<Annotations>): Partial<Annotations> => ({
  xref: 'paper',
  yanchor: 'bottom',
  showarrow: false,
  ...own,
});

import type { Annotations, Data, Layout } from 'plotly.js';
import type { ChartColours } from '../charts/figure';
import { downsample, measured, smooth } from '../charts/series';
import type { Contender } from './duel';
import { lineOf } from './marks';

/** Curves that runs are compared by, one panel each, from the top. */
export const COMPARED = ['score/fake', 'loss/discriminator', 'loss/generator', 'gradient/generator'] as const;

const GAP = 0.09;
const POINTS = 300;
const SMOOTHING = 0.9;
/** About how tall a panel and how tall a letter is, in pixels. */
const PANEL_HEIGHT = 120;
const LETTER_HEIGHT = 13;

interface DuelFigure {
  contenders: readonly Contender[];
  /** Titles by curve, and `iteration`. */
  names: Readonly<Record<string, string>>;
  colours: ChartColours;
}

/** The same curve of every contender over one axis of iterations, its letter where the line ends. */
export function makeDuelFigure({ contenders, names, colours }: DuelFigure): { data: Data[]; layout: Partial<Layout> } {
  const ids = COMPARED.filter((id) => contenders.some(({ run }) => run?.curves.some((curve) => curve.id === id)));
  const height = (1 - GAP * ids.length) / ids.length;
  const top = (panel: number): number => 1 - GAP / 2 - panel * (height + GAP);
  const common = { gridcolor: colours.line, zeroline: false, linecolor: colours.line };
  const data: Data[] = [];
  const annotations: Partial<Annotations>[] = [];
  for (const [panel, id] of ids.entries()) {
    const axis = `y${panel === 0 ? '' : panel + 1}`;
    const lines = contenders.flatMap(({ run, curves }, place) => {
      const column = curves.columns[run?.curves.findIndex((curve) => curve.id === id) ?? -1];
      return column ? [{ place, ...downsample(smooth(measured(curves.iterations, column), SMOOTHING), POINTS) }] : [];
    });
    annotations.push(title(names[id] ?? id, top(panel), colours));
    const all = lines.flatMap(({ y }) => y);
    const scale = PANEL_HEIGHT / (Math.max(...all) - Math.min(...all) || 1);
    const shifts = stacked(
      lines.map(({ y }) => (y.at(-1) ?? 0) * scale),
      LETTER_HEIGHT,
    );
    for (const [i, { place, x, y }] of lines.entries()) {
      const { letter, colour, dash } = lineOf(place);
      data.push({
        type: 'scatter',
        mode: 'lines',
        x,
        y,
        yaxis: axis,
        name: letter,
        line: { color: colour ?? colours.text, width: 1.75, dash },
        hovertemplate: '%{y:.4~g}<extra>%{fullData.name}</extra>',
        showlegend: false,
      } as Data);
      annotations.push({
        text: `<b>${letter}</b>`,
        xref: 'x',
        yref: axis as never,
        x: x.at(-1) ?? 0,
        y: y.at(-1) ?? 0,
        xanchor: 'left',
        xshift: 4,
        yshift: shifts[i] ?? 0,
        showarrow: false,
        font: { size: 11, color: colours.text },
      });
    }
  }
  const yaxes = ids.map((_, panel) => [
    `yaxis${panel === 0 ? '' : panel + 1}`,
    { ...common, domain: [Math.max(0, top(panel) - height), top(panel)], nticks: 4 },
  ]);
  return {
    data,
    layout: {
      autosize: true,
      margin: { l: 44, r: 22, t: 18, b: 34 },
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      font: { family: 'system-ui, sans-serif', size: 11, color: colours.quiet },
      hovermode: 'x',
      hoversubplots: 'axis',
      ...Object.fromEntries(yaxes),
      xaxis: {
        ...common,
        anchor: `y${ids.length === 1 ? '' : ids.length}`,
        title: { text: names['iteration'] ?? '', standoff: 6 },
      },
      annotations,
    } as Partial<Layout>,
  };
}

const title = (text: string, y: number, colours: ChartColours): Partial<Annotations> => ({
  text: `<b>${text}</b>`,
  xref: 'paper',
  yref: 'paper',
  x: 0,
  y,
  xanchor: 'left',
  yanchor: 'bottom',
  showarrow: false,
  font: { size: 12, color: colours.text },
});

/** How far to move each of the places up so that all are `least` apart, in the order in which they lie. */
export function stacked(places: readonly number[], least: number): number[] {
  const shifts = places.map(() => 0);
  const order = places.map((_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number));
  let floor = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    const place = Math.max(places[i] as number, floor);
    shifts[i] = place - (places[i] as number);
    floor = place + least;
  }
  return shifts;
}

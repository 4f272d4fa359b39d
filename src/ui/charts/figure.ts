import type { Annotations, Data, Layout, Shape } from 'plotly.js';
import type { ScoreMeaning, Theory } from '../../core/catalog';
import { isTermCurve } from '../../core/curves';
import type { CurveInfo } from '../../core/stage';
import type { CurveTable } from '../state';
import { downsample, measured, type Series, separated, smooth, smoothLogarithms } from './series';

/** A panel holds a group of curves; layers' gradients take the place of the players'. */
export type Panel = Exclude<CurveInfo['group'], 'layer'>;

const panelOf = ({ group }: CurveInfo): Panel => (group === 'layer' ? 'gradient' : group);

/** Panels of the figure, from the top; they share one axis of iterations. */
const PANELS = ['compared', 'loss', 'score', 'gradient'] as const satisfies readonly Panel[];

/** Those that have curves; what is compared takes the place of the players' own gradients. All of a game, where nothing runs. */
function panelsOf(curves: readonly CurveInfo[], layersOf: string | null): readonly Panel[] {
  const having = PANELS.filter((panel) => curves.some(({ group }) => group === panel));
  if (having.length === 0) return ['loss', 'score', 'gradient'];
  return having.includes('compared') && layersOf === null ? having.filter((panel) => panel !== 'gradient') : having;
}

const AXES: Readonly<Record<Panel, string>> = { loss: '', score: '2', gradient: '3', compared: '4' };

/** Colours of the page in force. */
export interface ChartColours {
  /** By player, and `real`, `fake`. */
  of: Readonly<Record<string, string>>;
  text: string;
  quiet: string;
  line: string;
  /** Behind words that stand on lines, a little transparent. */
  ground: string;
  theory: string;
}

/** What the figure shows and how. */
export interface FigureOptions {
  /** Weight of the past in the moving average; 0 shows the raw lines. */
  smoothing: number;
  logGradient: boolean;
  /** Network whose layers' gradients are shown in the players' place; null for the players'. */
  layersOf: string | null;
  /** What the theory says of the game; null where no objective is played. */
  theory: Theory | null;
  colours: ChartColours;
  /** Names of curves by id, titles of panels, and words on theory lines. */
  names: Readonly<Record<string, string>>;
  /** The iteration that the stage shows, where that is an earlier one; else null. */
  at: number | null;
  /** Keeps the user's zoom as long as it stays the same. */
  revision: string;
}

/** A few points per pixel of a panel's width, least and greatest included: more would change nothing that one sees. */
const POINTS = 600;
const GAP = 0.09;

const axisOf = (panel: Panel): string => `y${AXES[panel]}`;

const isGradient = (panel: Panel | undefined): boolean => panel === 'gradient' || panel === 'compared';

/** Where a panel stands among those that are shown. */
function domainOf(panel: Panel, shown: readonly Panel[]): [number, number] {
  // What is compared has four lines to tell apart.
  const share = (one: Panel) => (one === 'compared' ? 2 : 1);
  const total = (some: readonly Panel[]) => some.reduce((sum, one) => sum + share(one), 0);
  const unit = (1 - GAP * shown.length) / total(shown);
  const above = shown.slice(0, shown.indexOf(panel));
  const top = 1 - GAP / 2 - unit * total(above) - GAP * above.length;
  return [Math.max(0, top - unit * share(panel)), top];
}

/** The whole figure: each curve as a line with its name at the end, the raw line faint behind a smoothed one. */
export function makeFigure(
  curves: readonly CurveInfo[],
  table: CurveTable,
  options: FigureOptions,
): { data: Data[]; layout: Partial<Layout> } {
  const data: Data[] = [];
  const lines: Line[] = [];
  const shown = panelsOf(curves, options.layersOf);
  const wanted = (curve: CurveInfo) => shown.includes(panelOf(curve)) && isWanted(curve, options.layersOf);
  const annotations: Partial<Annotations>[] = shown.map((panel) => title(panel, shown, options));
  const terms = curves.filter(({ id }) => isTermCurve(id));
  for (const [i, curve] of curves.entries()) {
    if (!wanted(curve)) continue;
    const raw = measured(table.iterations, table.columns[i] ?? []);
    const average = ['compared', 'layer'].includes(curve.group) && options.logGradient ? smoothLogarithms : smooth;
    const line = average(raw, options.smoothing);
    if (options.smoothing > 0) data.push(trace(curve, raw, options, { faint: true }));
    data.push(trace(curve, line, options, { dash: dashOf(curve, terms.indexOf(curve)) }));
    lines.push({ curve, line });
  }
  annotations.push(
    ...shown.flatMap((panel) =>
      endNames(
        lines.filter(({ curve }) => panelOf(curve) === panel),
        options,
      ),
    ),
  );
  const theory = theoryLines(options);
  return {
    data,
    layout: {
      ...frame(options),
      ...axes(options, shown),
      annotations: [...annotations, ...theory.map(({ note }) => note)],
      shapes: [...theory.map(({ shape }) => shape), ...(options.at === null ? [] : [marker(options.at, options)])],
    },
  };
}

/** How named terms are drawn, one after the other, since they belong to no player's colour; and layers, which share one. */
const DASHES = ['dash', 'dot', 'dashdot', 'longdash'] as const;

/** The first layer's line and those of all that are no terms are whole. */
function dashOf({ layer }: CurveInfo, term: number): (typeof DASHES)[number] | undefined {
  const place = layer ? ((layer.place - 1) % (DASHES.length + 1)) - 1 : term % DASHES.length;
  return DASHES[place];
}

/** Of gradients the players' are shown, or those of one network's layers. */
const isWanted = ({ group, layer }: CurveInfo, layersOf: string | null): boolean =>
  layer ? layer.network === layersOf : layersOf === null || group !== 'gradient';

interface Look {
  faint?: boolean;
  dash?: (typeof DASHES)[number] | undefined;
}

/** Of a curve without points plotly would make no axis, and yet draw its line. */
const NO_POINT = { x: [0], y: [null] };

function trace(
  curve: CurveInfo,
  series: Series,
  { colours, names }: FigureOptions,
  { faint = false, dash = undefined }: Look,
): Data {
  const { x, y } = downsample(series, POINTS);
  return {
    type: 'scatter',
    mode: 'lines',
    ...(x.length > 0 ? { x, y } : NO_POINT),
    xaxis: 'x',
    yaxis: axisOf(panelOf(curve)),
    name: names[curve.id] ?? curve.id,
    line: { color: colours.of[curve.of] ?? colours.text, width: faint ? 1 : 1.75, ...(dash && { dash }) },
    opacity: faint ? 0.25 : 1,
    hoverinfo: faint ? 'skip' : 'all',
    hovertemplate: faint ? '' : '%{y:.4~g}<extra>%{fullData.name}</extra>',
    showlegend: false,
  } as Data;
}

function title(panel: Panel, shown: readonly Panel[], { names, colours }: FigureOptions): Partial<Annotations> {
  return {
    text: `<b>${names[panel]}</b>`,
    xref: 'paper',
    yref: 'paper',
    x: 0,
    y: domainOf(panel, shown)[1],
    xanchor: 'left',
    yanchor: 'bottom',
    showarrow: false,
    font: { size: 12, color: colours.text },
  };
}

/** A curve with the points that are shown of it. */
interface Line {
  curve: CurveInfo;
  line: Series;
}

/** About how tall a panel and how tall a name is, in pixels. */
const PANEL_HEIGHT = 150;
const NAME_HEIGHT = 14;

/** A line's name stands where the line ends, in the line's colour; names that would meet stand one above the other. */
function endNames(lines: readonly Line[], options: FigureOptions): Partial<Annotations>[] {
  const logarithmic = isGradient(lines[0] && panelOf(lines[0].curve)) && options.logGradient;
  const scale = (value: number): number => (logarithmic ? Math.log10(value) : value);
  const all = lines.flatMap(({ line }) => extent(line.y.map(scale)));
  const perUnit = PANEL_HEIGHT / (Math.max(...all) - Math.min(...all) || 1);
  const ends = lines
    .map(({ curve, line }) => ({ curve, x: line.x.at(-1) ?? 0, y: scale(line.y.at(-1) ?? Number.NaN) }))
    .filter(({ y }) => Number.isFinite(y));
  const shifts = separated(
    ends.map(({ y }) => y * perUnit),
    NAME_HEIGHT,
  );
  return ends.map(({ curve, x, y }, i) => ({
    text: options.names[`${curve.id}/end`] ?? curve.of,
    xref: 'x',
    yref: axisOf(panelOf(curve)) as never,
    x,
    y,
    xanchor: 'left',
    xshift: 4,
    yshift: shifts[i] ?? 0,
    showarrow: false,
    font: { size: 11, color: options.colours.of[`${curve.of}-text`] ?? options.colours.text },
  }));
}

/** Least and greatest finite value; none for none. */
function extent(values: readonly number[]): number[] {
  const [first, ...rest] = values.filter(Number.isFinite);
  if (first === undefined) return [];
  return rest.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [first, first],
  );
}

/** The mean score of a D that cannot tell, where scores have a fixed scale. */
const UNDECIDED: Partial<Record<ScoreMeaning, { value: number; text: string }>> = {
  logit: { value: 0.5, text: '½' },
  target: { value: 0.5, text: '½' },
  signed: { value: 0, text: '0' },
};

/** Losses at the equilibrium, and D = 1/2, as the theory names them. */
function theoryLines({ theory, colours, names }: FigureOptions) {
  const lines: { panel: Panel; value: number; text: string; side: 'above' | 'below' }[] = [];
  if (theory?.equilibrium) {
    const { discriminator, generator } = theory.equilibrium;
    // D's line is the upper one. Their words stand outside the two, and so never on one another.
    lines.push({
      panel: 'loss',
      value: discriminator,
      text: `${names.theoryD} ${nameOfValue(discriminator)}`,
      side: 'above',
    });
    if (generator !== null) {
      lines.push({
        panel: 'loss',
        value: generator,
        text: `${names.theoryG} ${nameOfValue(generator)}`,
        side: 'below',
      });
    }
  }
  const undecided = theory && UNDECIDED[theory.score];
  if (undecided) lines.push({ panel: 'score', side: 'above', ...undecided });
  return lines.map(({ panel, value, text, side }) => {
    const yref = axisOf(panel) as never;
    return {
      shape: {
        type: 'line',
        xref: 'paper',
        yref,
        x0: 0,
        x1: 1,
        y0: value,
        y1: value,
        line: { color: colours.theory, width: 1, dash: 'dash' },
      } as Partial<Shape>,
      note: {
        text,
        xref: 'paper',
        yref,
        // In the middle, since the curves' names stand at the right.
        x: 0.5,
        y: value,
        xanchor: 'center',
        yanchor: side === 'above' ? 'bottom' : 'top',
        showarrow: false,
        borderpad: 0,
        bgcolor: colours.ground,
        font: { size: 10, color: colours.quiet },
      } as Partial<Annotations>,
    };
  });
}

/** The line through all panels at that iteration. */
function marker(at: number, { colours }: FigureOptions): Partial<Shape> {
  return {
    type: 'line',
    xref: 'x',
    yref: 'paper',
    x0: at,
    x1: at,
    y0: 0,
    y1: 1,
    line: { color: colours.text, width: 1.5 },
  };
}

/** Known constants by their name. */
export function nameOfValue(value: number): string {
  const known: [number, string][] = [
    [2 * Math.LN2, '2 ln 2'],
    [Math.LN2, 'ln 2'],
    [-Math.LN2, '−ln 2'],
    [0.25, '¼'],
    [0.125, '⅛'],
    [0, '0'],
    [1, '1'],
    [2, '2'],
  ];
  return known.find(([constant]) => Math.abs(constant - value) < 1e-9)?.[1] ?? value.toPrecision(3);
}

function frame({ colours, revision }: FigureOptions): Partial<Layout> {
  return {
    autosize: true,
    margin: { l: 44, r: 10, t: 18, b: 34 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: 'system-ui, sans-serif', size: 11, color: colours.quiet },
    hovermode: 'x',
    hoversubplots: 'axis',
    uirevision: revision,
    dragmode: 'zoom',
  } as Partial<Layout>;
}

function axes({ colours, logGradient, names }: FigureOptions, shown: readonly Panel[]): Partial<Layout> {
  const common = { gridcolor: colours.line, zeroline: false, linecolor: colours.line, automargin: false };
  const entries = shown.map((panel) => [
    `yaxis${AXES[panel]}`,
    {
      ...common,
      domain: domainOf(panel, shown),
      nticks: 5,
      type: isGradient(panel) && logGradient ? 'log' : 'linear',
      // Compared gradients lie many powers of ten apart: there the axis chooses its own steps.
      ...(isGradient(panel) && logGradient && { exponentformat: 'power', ...(panel === 'gradient' && { dtick: 1 }) }),
    },
  ]);
  return {
    ...Object.fromEntries(entries),
    xaxis: {
      ...common,
      anchor: axisOf(shown.at(-1) as Panel),
      title: { text: names.iteration, standoff: 6 },
      showspikes: true,
      spikemode: 'across',
      spikethickness: 1,
      spikedash: 'dot',
      spikecolor: colours.quiet,
    },
  } as Partial<Layout>;
}

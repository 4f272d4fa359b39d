import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { equilibriumOf } from '../../core/catalog';
import { isPast } from '../../core/timeline';
import type { AppStore } from '../state';
import { appStore } from '../store';
import { readChartColours } from './colours';
import { type FigureOptions, makeFigure } from './figure';
import { usePlotly } from './usePlotly';

/** Redraws at most this often: a chart is read, not watched. */
const EVERY_MS = 350;
/** On a slow machine redrawing takes no more than this part of the page's time, but is never put off for longer than that. */
const SHARE = 0.1;
const LONGEST_MS = 2500;

const CONFIG = {
  displaylogo: false,
  responsive: true,
  modeBarButtonsToRemove: ['select2d', 'lasso2d', 'autoScale2d'] as never[],
  toImageButtonOptions: { filename: 'minimax-curves', scale: 2 },
};

interface FigureProps {
  smoothing: number;
  logGradient: boolean;
  names: Readonly<Record<string, string>>;
}

/** The curves as one plotly figure, loaded when the page has time and redrawn while it is visible. */
export function Figure({ smoothing, logGradient, names }: FigureProps) {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const box = useRef<HTMLElement>(null);
  const { plotly, refused } = usePlotly();
  const [drawnOnce, setDrawnOnce] = useState(false);

  useEffect(() => {
    if (!plotly || !box.current) return;
    const element = box.current;
    // The colours are read from the page, so another theme draws anew.
    let drawn = colorScheme === 'dark' ? 'dark' : '';
    let next = 0;
    const redraw = () => {
      const app = appStore.getState();
      const key = `${app.run?.config.seed} ${app.curves.version} ${shownPast(app)}`;
      if (!app.run || document.hidden || element.offsetParent === null || key === drawn) return;
      // The very first drawing waits for something to draw: until then words say what will appear.
      if (!element.hasChildNodes() && app.curves.iterations.length === 0) return;
      const start = performance.now();
      if (start < next) return;
      drawn = key;
      const { data, layout } = makeFigure(
        app.run.curves,
        app.curves,
        optionsFor(app, { smoothing, logGradient, names }),
      );
      void plotly.react(element, data, layout, CONFIG);
      setDrawnOnce(true);
      const end = performance.now();
      next = end + Math.min(LONGEST_MS, Math.max(EVERY_MS, (end - start) / SHARE)) - EVERY_MS / 2;
    };
    redraw();
    const timer = setInterval(redraw, EVERY_MS / 2);
    return () => clearInterval(timer);
  }, [plotly, smoothing, logGradient, names, colorScheme]);

  useEffect(() => {
    const element = box.current;
    return () => {
      if (plotly && element) plotly.purge(element);
    };
  }, [plotly]);

  if (refused) return <p role="alert">{t('charts.refused')}</p>;
  return (
    <div className="charts-box">
      <section ref={box} className="charts-figure" aria-label={t('charts.figure')} />
      {!drawnOnce && <p className="charts-empty">{t('charts.empty')}</p>}
    </div>
  );
}

/** The iteration that the stage shows, where the run was taken back. */
const shownPast = ({ timeline, status }: AppStore): number | null =>
  isPast(timeline, status.iteration) ? status.iteration : null;

function optionsFor(app: AppStore, { smoothing, logGradient, names }: FigureProps): FigureOptions {
  const params = app.run?.config.systemParams ?? {};
  const objective = app.catalog?.objectives.find(({ id }) => id === params.objective);
  return {
    smoothing,
    logGradient,
    names,
    at: shownPast(app),
    theory: objective ? { equilibrium: equilibriumOf(objective, params), score: objective.score } : null,
    colours: readChartColours(),
    // Another run or another scale starts with the whole range again.
    revision: `${app.run?.config.system} ${app.run?.config.dataset} ${app.run?.config.seed} ${logGradient}`,
  };
}

import { useMantineColorScheme } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { theoryOf } from '../../core/catalog';
import { isPast } from '../../core/timeline';
import type { AppStore } from '../state';
import { appStore } from '../store';
import { readChartColours } from './colours';
import { type FigureOptions, makeFigure } from './figure';
import { useLiveFigure } from './useLiveFigure';

interface FigureProps {
  /** Where it is drawn. */
  box: RefObject<HTMLElement | null>;
  smoothing: number;
  logGradient: boolean;
  layersOf: string | null;
  names: Readonly<Record<string, string>>;
}

/** The curves as one plotly figure, loaded when the page has time and redrawn while it is visible. */
export function Figure({ box, ...options }: FigureProps) {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const { refused, drawnOnce } = useLiveFigure({
    box,
    filename: 'minimax-curves',
    key: () => {
      const app = appStore.getState();
      // The very first drawing waits for something to draw: until then words say what will appear.
      if (!app.run || (app.curves.iterations.length === 0 && !box.current?.hasChildNodes())) return null;
      // The colours are read from the page, so another theme draws anew.
      const { smoothing, logGradient, layersOf } = options;
      const chosen = [smoothing, logGradient, layersOf, colorScheme];
      return [app.run.config.seed, app.curves.version, shownPast(app), ...chosen].join(' ');
    },
    make: () => {
      const app = appStore.getState();
      return makeFigure(app.run?.curves ?? [], app.curves, optionsFor(app, options));
    },
  });

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

function optionsFor(app: AppStore, options: Omit<FigureProps, 'box'>): FigureOptions {
  return {
    ...options,
    at: shownPast(app),
    theory: app.catalog && app.run ? theoryOf(app.catalog, app.run.config) : null,
    colours: readChartColours(),
    // Another run or another scale starts with the whole range again.
    revision: `${app.run?.config.system} ${app.run?.config.dataset} ${app.run?.config.seed} ${options.logGradient} ${options.layersOf}`,
  };
}

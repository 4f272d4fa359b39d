import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readChartColours } from '../charts/colours';
import { usePlotly } from '../charts/usePlotly';
import { useApp } from '../store';
import { makeQualityFigure } from './figure';
import { BESIDE, telling } from './telling';

const CONFIG = {
  displaylogo: false,
  responsive: true,
  modeBarButtonsToRemove: ['select2d', 'lasso2d', 'autoScale2d'] as never[],
  toImageButtonOptions: { filename: 'minimax-quality', scale: 2 },
};

/** The three most telling metrics over the iterations. */
export function QualityCharts() {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const points = useApp((app) => app.quality.points);
  const box = useRef<HTMLElement>(null);
  const { plotly, refused } = usePlotly();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, so another theme draws anew
  useEffect(() => {
    const last = points.at(-1);
    if (!plotly || !box.current || !last) return;
    const ids = telling(last);
    const names = {
      ...Object.fromEntries(
        [...ids, ...Object.values(BESIDE)].map((id) => [id, t(`quality.metrics.${id as 'w1'}.name`)]),
      ),
      floor: t('quality.floorLine'),
      exact: t('quality.exactLine'),
      critic: t('quality.criticLine'),
      iteration: t('charts.iteration'),
    };
    const { data, layout } = makeQualityFigure({ ids, points, names, colours: readChartColours() });
    void plotly.react(box.current, data, layout, CONFIG);
  }, [plotly, points, colorScheme, t]);

  useEffect(() => {
    const element = box.current;
    return () => {
      if (plotly && element) plotly.purge(element);
    };
  }, [plotly]);

  if (refused) return <p role="alert">{t('charts.refused')}</p>;
  return <section ref={box} className="quality-figure" aria-label={t('quality.figure')} />;
}

import { useMantineColorScheme } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readChartColours } from '../charts/colours';
import { useLiveFigure } from '../charts/useLiveFigure';
import type { Duel } from './duel';
import { makeDuelFigure } from './figure';

/** The curves of all contenders on shared axes. */
export function DuelChart({ duel }: { duel: Duel }) {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const box = useRef<HTMLElement>(null);
  const { refused, drawnOnce } = useLiveFigure({
    box,
    filename: 'minimax-duel',
    key: () => {
      const { contenders } = duel.store.getState();
      const known = contenders.some(({ curves }) => curves.iterations.length > 0);
      return known ? [colorScheme, ...contenders.map(({ id, curves }) => `${id}/${curves.version}`)].join(' ') : null;
    },
    make: () =>
      makeDuelFigure({
        contenders: duel.store.getState().contenders,
        names: {
          'score/fake': t('duel.believes'),
          'loss/discriminator': t('charts.lossOf', { of: 'D' }),
          'loss/generator': t('charts.lossOf', { of: 'G' }),
          'gradient/generator': t('charts.gradientOf', { of: 'G' }),
          iteration: t('charts.iteration'),
        },
        colours: readChartColours(),
      }),
  });
  if (refused) return <p role="alert">{t('charts.refused')}</p>;
  return (
    <div className="charts-box">
      <section ref={box} className="charts-figure" aria-label={t('duel.curves')} />
      {!drawnOnce && <p className="charts-empty">{t('charts.empty')}</p>}
    </div>
  );
}

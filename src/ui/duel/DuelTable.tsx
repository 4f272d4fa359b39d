import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Measured } from '../../core/quality';
import { showMeasured } from '../quality/telling';
import type { Duel } from './duel';
import { lineOf } from './marks';
import { useEach } from './useEach';

/** The contenders' samples by every metric, the best value marked. */
export function DuelTable({ duel }: { duel: Duel }) {
  const { t } = useTranslation();
  const ids = useEach(duel, ({ id }) => id);
  const qualities = useEach(duel, ({ quality }) => quality);
  const measuring = useStore(duel.store, (state) => state.measuring);
  const unit = useStore(duel.store, (state) => state.contenders[0]?.run?.data.unit ?? '');
  const first = qualities.find((quality) => quality !== null);
  return (
    <div className="duel-measured">
      <Button size="compact-sm" variant="default" loading={measuring} onClick={() => void duel.measure()}>
        {t('duel.measure')}
      </Button>
      {first && (
        <table className="quality-table tabular">
          <thead>
            <tr>
              <th scope="col">{t('quality.metric')}</th>
              {ids.map((id, place) => (
                <th key={id} scope="col">
                  {lineOf(place).letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.metrics.map((metric) => {
              const values = qualities.map((quality) => quality?.metrics.find(({ id }) => id === metric.id));
              const best = bestOf(values);
              return (
                <tr key={metric.id} data-metric={metric.id}>
                  <th scope="row">{t(`quality.metrics.${metric.id as 'w1'}.name`)}</th>
                  {ids.map((id, place) => (
                    <td key={id} data-best={values[place] !== undefined && values[place] === best}>
                      {values[place] ? showMeasured(values[place].value, values[place].unit, unit) : '—'}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** The best of the same metric; where several are equal, the first. */
function bestOf(values: readonly (Measured | undefined)[]): Measured | undefined {
  const distance = ({ better, value, floor }: Measured): number =>
    better === 'higher' ? -value : better === 'lower' ? value : Math.abs(value - floor);
  return values.reduce((best, one) => (one && (!best || distance(one) < distance(best)) ? one : best), undefined);
}

import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../core/quality';
import { showMeasured } from './telling';

/** Every metric beside what real samples score, with its meaning in a sentence. */
export function MetricTable({ point, unit }: { point: Quality; unit: string }) {
  const { t } = useTranslation();
  return (
    <table className="quality-table tabular">
      <thead>
        <tr>
          <th scope="col">{t('quality.metric')}</th>
          <th scope="col" className="actor-fake">
            {t('quality.value')}
          </th>
          <th scope="col" className="actor-real">
            <Tooltip label={t('quality.floorHelp')} multiline w={260}>
              <span>{t('quality.floor')}</span>
            </Tooltip>
          </th>
        </tr>
      </thead>
      {point.metrics.map(({ id, unit: own, better, value, floor }) => (
        <tbody key={id} data-metric={id}>
          <tr>
            <th scope="row">{t(`quality.metrics.${id as 'w1'}.name`)}</th>
            <td>{showMeasured(value, own, unit)}</td>
            <td>{showMeasured(floor, own, unit)}</td>
          </tr>
          <tr>
            <td colSpan={3} className="quality-meaning">
              {t(`quality.metrics.${id as 'w1'}.meaning`)} ({t(`quality.better.${better}`)})
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

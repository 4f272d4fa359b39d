import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import ChartsPanel from '../charts/ChartsPanel';
import { useApp } from '../store';
import { Diagnosis } from './Diagnosis';
import { QualityPanel } from './QualityPanel';
import './quality.css';

const VIEWS = ['curves', 'quality'] as const;

/** The column of measurements: what the training records by itself, and what is measured of the samples. */
export default function MeasurementsPanel() {
  const { t } = useTranslation();
  const view = useApp((app) => app.measurements);
  const show = useApp((app) => app.showMeasurements);
  return (
    <div className="measurements">
      <Diagnosis />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('quality.views')}
        value={view}
        onChange={(value) => show(value as typeof view)}
        data={VIEWS.map((value) => ({ value, label: t(`quality.${value}`) }))}
      />
      {view === 'curves' ? <ChartsPanel /> : <QualityPanel />}
    </div>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import ChartsPanel from '../charts/ChartsPanel';
import { Diagnosis } from './Diagnosis';
import { QualityPanel } from './QualityPanel';
import './quality.css';

const VIEWS = ['curves', 'quality'] as const;
type View = (typeof VIEWS)[number];

/** The column of measurements: what the training records by itself, and what is measured of the samples. */
export default function MeasurementsPanel() {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('curves');
  return (
    <div className="measurements">
      <Diagnosis />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('quality.views')}
        value={view}
        onChange={(value) => setView(value as View)}
        data={VIEWS.map((value) => ({ value, label: t(`quality.${value}`) }))}
      />
      {view === 'curves' ? <ChartsPanel /> : <QualityPanel />}
    </div>
  );
}

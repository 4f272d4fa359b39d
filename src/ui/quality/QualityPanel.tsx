import { Button, Group, NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { appStore, useApp } from '../store';
import { ClassBars } from './ClassBars';
import { MetricTable } from './MetricTable';
import { NearestPictures } from './NearestPictures';
import { QualityCharts } from './QualityCharts';
import { RocCurve } from './RocCurve';
import './quality.css';

/** How often a run may be measured by itself, in iterations. */
const EVERY = [500, 2000, 10_000];

/** How good the generator's samples are, in numbers that mean something beside those of real samples. */
export function QualityPanel() {
  const { t } = useTranslation();
  const points = useApp((app) => app.quality.points);
  const { busy, every, problem } = useApp((app) => app.quality);
  const opened = useApp((app) => app.run !== null);
  const data = useApp((app) => app.run?.data ?? null);
  const measure = useApp((app) => app.measure);
  const measureEvery = useApp((app) => app.measureEvery);
  const last = points.at(-1);

  // Whoever opens the panel wants to see something.
  useEffect(() => {
    if (opened && appStore.getState().quality.points.length === 0) void appStore.getState().measure();
  }, [opened]);

  return (
    <section className="quality">
      <Group gap={10} align="end">
        <Button size="compact-sm" onClick={() => void measure()} disabled={!opened || busy}>
          {t(busy ? 'quality.measuring' : 'quality.measure')}
        </Button>
        <NativeSelect
          size="xs"
          aria-label={t('quality.every')}
          value={String(every ?? '')}
          onChange={({ currentTarget }) =>
            measureEvery(currentTarget.value === '' ? null : Number(currentTarget.value))
          }
          data={[
            { value: '', label: t('quality.onDemand') },
            ...EVERY.map((count) => ({ value: String(count), label: t('quality.everyN', { count }) })),
          ]}
        />
      </Group>
      {problem && (
        <p role="alert" className="quality-problem">
          {t(`problems.${problem.code}`, problem.values)}
        </p>
      )}
      <p className="quiet" aria-live="polite" data-measured={last?.iteration ?? ''}>
        {last
          ? t('quality.at', { iteration: last.iteration.toLocaleString('en'), count: last.count.toLocaleString('en') })
          : t(busy ? 'quality.measuring' : 'quality.empty')}
      </p>
      {last && last.metrics.length > 0 && <QualityCharts />}
      {last && last.metrics.length > 0 && <MetricTable point={last} unit={data?.unit ?? ''} />}
      {last?.classes && data?.classes && <ClassBars names={data.classes} {...last.classes} />}
      {last?.nearest && <NearestPictures nearest={last.nearest} />}
      {last?.roc && <RocCurve roc={last.roc} />}
    </section>
  );
}

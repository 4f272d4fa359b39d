import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../core/quality';
import { type Beliefs, readScores } from '../stage/belief';
import { meaningOf } from '../stage/meaning';
import { useApp } from '../store';

const SIDE = 100;

/** D's ROC curve with a threshold that can be dragged along it. */
export function RocCurve({ roc }: { roc: NonNullable<Quality['roc']> }) {
  const { t } = useTranslation();
  const threshold = useApp((app) => app.threshold);
  const setThreshold = useApp((app) => app.setThreshold);
  const meaning = useApp(meaningOf);
  const beliefs = readScores(meaning, roc.threshold.filter(Number.isFinite));
  const last = roc.threshold.length - 1;
  const at = nearestTo(roc, threshold ?? beliefs.score(0.5));
  const x = (i: number) => SIDE * (roc.falsePositive[i] ?? 0);
  const y = (i: number) => SIDE * (1 - (roc.truePositive[i] ?? 0));
  const line = roc.threshold.map((_, i) => `${x(i)},${y(i)}`).join(' ');
  const percent = (share: number | undefined) => `${(100 * (share ?? 0)).toFixed(1)}\u00a0%`;
  const words = t('quality.accepts', {
    threshold: showScore(roc.threshold[at] ?? 0, beliefs),
    real: percent(roc.truePositive[at]),
    fake: percent(roc.falsePositive[at]),
  });
  return (
    <section className="quality-part quality-roc" aria-label={t('quality.rocTitle')}>
      <h3>{t('quality.rocTitle')}</h3>
      <div className="quality-roc-body">
        <svg
          viewBox={`-2 -2 ${SIDE + 4} ${SIDE + 4}`}
          role="img"
          aria-label={t('quality.roc', { area: roc.area.toFixed(3) })}
        >
          <rect width={SIDE} height={SIDE} className="quality-roc-frame" />
          <line x1={0} y1={SIDE} x2={SIDE} y2={0} className="quality-roc-chance" />
          <polyline points={line} className="quality-roc-line" />
          <circle cx={x(at)} cy={y(at)} r={3} className="quality-roc-point" />
        </svg>
        <div>
          <p className="tabular" aria-live="polite">
            {words}
          </p>
          <p className="quiet">{t('quality.roc', { area: roc.area.toFixed(3) })}</p>
        </div>
      </div>
      <Slider
        size="sm"
        min={0}
        max={last}
        value={at}
        onChange={(i) => setThreshold(roc.threshold[i] ?? null)}
        label={null}
        thumbLabel={t('quality.threshold')}
        thumbProps={{ 'aria-valuetext': words }}
      />
      <p className="quiet">{t('quality.rocMeaning')}</p>
    </section>
  );
}

/** The point of the curve whose threshold is nearest to that score. */
function nearestTo(roc: NonNullable<Quality['roc']>, score: number): number {
  if (score === Number.POSITIVE_INFINITY) return 0;
  const distances = roc.threshold.map((threshold) => Math.abs(threshold - score));
  return distances.indexOf(Math.min(...distances));
}

/** A critic's value as it is; another score as the belief that it stands for. */
function showScore(score: number, { of, range }: Beliefs): string {
  if (!Number.isFinite(score)) return '∞';
  return (range ? score : of(score)).toPrecision(3);
}

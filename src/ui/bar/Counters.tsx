import { useTranslation } from 'react-i18next';
import { useApp, useReadout } from '../store';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** Steps per second with sensible digits: 412, 19, 2.4, 0.38. */
export function showRate(rate: number | null): string {
  if (rate === null || !Number.isFinite(rate)) return '—';
  return rate < 10 ? fine.format(rate) : whole.format(rate);
}

/** How far the run is and how fast: iteration, steps per second, and the epoch of finite data. */
export function Counters() {
  const { t } = useTranslation();
  const known = useApp((app) => app.run !== null);
  const iteration = useReadout((app) => app.status.iteration);
  const rate = useReadout((app) => (app.status.phase === 'running' ? app.status.stepsPerSecond : null));
  const epoch = useReadout((app) => app.status.epoch);
  return (
    <dl className="counters tabular">
      <Counter name={t('bar.iteration')} value={known ? whole.format(iteration) : '—'} width={8} id="iteration" />
      <Counter name={t('bar.rate')} value={showRate(rate)} width={5} id="rate" />
      <Counter name={t('bar.epoch')} value={epoch === null ? '—' : epoch.toFixed(2)} width={5} id="epoch" />
    </dl>
  );
}

/** `width` in digits, so that nothing moves while the number grows. */
function Counter({ name, value, width, id }: { name: string; value: string; width: number; id: string }) {
  return (
    <div className="counter">
      <dt>{name}</dt>
      <dd style={{ minWidth: `${width}ch` }} data-counter={id}>
        {value}
      </dd>
    </div>
  );
}

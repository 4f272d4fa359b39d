import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';

/** How far the engine's start is: a thin line over the stage that moves nothing when it goes. */
export function WarmUp() {
  const { t } = useTranslation();
  const phase = useApp((app) => app.status.phase);
  const progress = useApp((app) => app.status.progress);
  if (phase !== 'starting' && phase !== 'warming') return null;
  return (
    <div className="warm-up" role="status">
      <Progress value={100 * (progress ?? 0.05)} size="sm" aria-label={t('bar.warming')} animated />
      <span className="warm-up-text">{t('bar.warming')}</span>
    </div>
  );
}

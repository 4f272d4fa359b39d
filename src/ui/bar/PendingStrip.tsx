import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sameConfig } from '../app/drafts';
import { useApp } from '../store';

/** Says that edits wait for a restart, and offers it. */
export function PendingStrip() {
  const { t } = useTranslation();
  const pending = useApp(({ run, draft }) => run !== null && draft !== null && !sameConfig(run.config, draft));
  const apply = useApp((app) => app.apply);
  const branch = useApp((app) => app.branch);
  const begun = useApp((app) => app.status.iteration > 0);
  const discard = useApp((app) => app.discard);
  if (!pending) return null;
  return (
    <section className="strip strip-pending" aria-label={t('bar.pending')}>
      <span className="strip-text">{t('bar.pending')}</span>
      <Button size="compact-sm" onClick={() => void apply()}>
        {t('bar.apply')}
      </Button>
      {begun && (
        <Button size="compact-sm" variant="default" onClick={() => void branch()}>
          {t('bar.branch')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={discard}>
        {t('bar.discard')}
      </Button>
    </section>
  );
}

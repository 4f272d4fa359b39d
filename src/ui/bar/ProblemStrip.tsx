import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';

/** What went wrong, what was kept, what to do: a strip above the page, never a box in the way. */
export function ProblemStrip() {
  const { t, i18n } = useTranslation();
  const problem = useApp((app) => app.problem);
  const running = useApp((app) => app.run !== null && app.status.phase !== 'failed');
  const canRecover = useApp((app) => app.canRecover);
  const recover = useApp((app) => app.recover);
  const dismiss = useApp((app) => app.dismissProblem);
  if (!problem) return <div role="alert" />;
  const title = problem.where === 'run' && running ? 'open' : problem.where;
  const key = `problems.${problem.code}`;
  const sentence = i18n.exists(key) ? t(key, problem.values) : t('problems.fault', { message: problem.code });
  return (
    <div role="alert" className="strip strip-problem" data-where={problem.where} data-code={problem.code}>
      <span className="strip-text">
        <strong>{t(`bar.where.${title}`)}</strong> {sentence}
        {running && <span className="quiet"> {t('bar.runKept')}</span>}
      </span>
      {canRecover && (
        <Button size="compact-sm" onClick={() => void recover()}>
          {t('bar.recover')}
        </Button>
      )}
      <CloseButton aria-label={t('bar.dismiss')} onClick={dismiss} />
    </div>
  );
}

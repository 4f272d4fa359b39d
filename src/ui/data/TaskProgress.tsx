import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** A download or an import under way: how far it is, and the way out. */
export function TaskProgress() {
  const { t } = useTranslation();
  const task = useApp((app) => app.fileTask);
  if (!task) return null;
  const { name, done, total } = task;
  const label = t('data.working', { name });
  return (
    <div className="data-task" role="status">
      <span className="data-task-name">{label}</span>
      <span className="tabular quiet">
        {total === null
          ? t('data.progressOpen', { done: megabytes(done) })
          : t('data.progress', { done: megabytes(done), total: megabytes(total) })}
      </span>
      <Progress
        className="data-task-bar"
        value={total === null ? 100 : (100 * done) / total}
        animated={total === null}
        aria-label={label}
      />
      <Button size="compact-xs" variant="default" onClick={task.cancel}>
        {t('data.cancel')}
      </Button>
    </div>
  );
}

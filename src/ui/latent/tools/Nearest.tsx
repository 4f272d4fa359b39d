import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ClassBars } from '../../quality/ClassBars';
import { NearestPictures } from '../../quality/NearestPictures';
import { useApp } from '../../store';
import type { ToolProps } from '../toolProps';

/** Whether G repeats its training pictures, and which classes it makes: from the last measurement of the run. */
export function Nearest({ run }: ToolProps) {
  const { t } = useTranslation();
  const point = useApp((app) => app.quality.points.at(-1) ?? null);
  const busy = useApp((app) => app.quality.busy);
  const measure = useApp((app) => app.measure);
  return (
    <div className="latent-tool">
      <div className="latent-head">
        <p className="quiet">
          {point
            ? t('quality.at', {
                iteration: point.iteration.toLocaleString('en'),
                count: point.count.toLocaleString('en'),
              })
            : t('latent.nearest.empty')}
        </p>
        <Button size="compact-xs" variant="default" disabled={busy} onClick={() => void measure()}>
          {t(busy ? 'quality.measuring' : 'quality.measure')}
        </Button>
      </div>
      {point?.nearest && <NearestPictures nearest={point.nearest} />}
      {point?.classes && run.data.classes && <ClassBars names={run.data.classes} {...point.classes} />}
      {point && !point.nearest && <p className="quiet">{t('latent.nearest.endless')}</p>}
    </div>
  );
}

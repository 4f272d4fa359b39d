import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';

const LatentPanel = lazy(() => import('../latent/LatentPanel'));
const CharacterPanel = lazy(() => import('../character/CharacterPanel'));

/** What the stage shows of a run on pictures: its samples, the noise behind them, or what the data are drawn from. */
export type ImageView = 'samples' | 'latent' | 'character';

interface ImageViewChoiceProps {
  view: ImageView;
  onChange(view: ImageView): void;
}

/** Chooses among the views that the run has. */
export function ImageViewChoice({ view, onChange }: ImageViewChoiceProps) {
  const { t } = useTranslation();
  const views = useViews();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('stage.views')}
      value={view}
      onChange={(next) => onChange(next as ImageView)}
      data={views.map((name) => ({ value: name, label: t(`stage.view.${name}`) }))}
    />
  );
}

/** The view that takes the place of the samples. */
export function ImageViewPanel({ view }: { view: Exclude<ImageView, 'samples'> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="stage-scroll" tabIndex={0}>
      <Suspense fallback={null}>{view === 'latent' ? <LatentPanel /> : <CharacterPanel />}</Suspense>
    </div>
  );
}

function useViews(): ImageView[] {
  const latent = useApp((app) => (app.run?.latentSize ?? 0) > 0);
  const character = useApp((app) => app.catalog?.datasets.find(({ id }) => id === app.run?.data.id)?.factors);
  return ['samples', ...(latent ? (['latent'] as const) : []), ...(character ? (['character'] as const) : [])];
}

import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SAMPLES_LAYER, sceneLayer, sceneOf } from '../../../core/stage';
import { useWords } from '../../controls/words';
import { useApp } from '../../store';

/** Which of the system's own pictures the stage shows, or the plain samples; nothing for a system that has none. */
export function SceneChoice() {
  const { t } = useTranslation();
  const { words } = useWords();
  const run = useApp((app) => app.run);
  const layers = useApp((app) => (app.run ? app.layers[app.run.data.kind] : null));
  const showLayers = useApp((app) => app.showLayers);
  if (!run || !layers || run.scenes.length === 0) return null;
  const choose = (layer: string): void =>
    showLayers(run.data.kind, [...layers.filter((name) => !name.startsWith(sceneLayer(''))), layer]);
  const shown = sceneOf(run.scenes, layers);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('scenes.choose')}
      value={shown ? sceneLayer(shown.id) : SAMPLES_LAYER}
      onChange={choose}
      data={[
        ...run.scenes.map(({ id }) => ({ value: sceneLayer(id), label: words(`scenes.${id}.name`) })),
        { value: SAMPLES_LAYER, label: t('scenes.samples.name') },
      ]}
    />
  );
}

/** What the scene shows, in words. */
export function SceneWords({ id }: { id: string }) {
  const { words } = useWords();
  return <span>{words(`scenes.${id}.says`)}</span>;
}

import { Chip, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataKind } from '../../core/catalog';
import { useApp } from '../store';
import { LAYERS } from './layers';

/** The layers of a stage, each with its mark, to be switched on and off. */
export function Legend({ kind }: { kind: DataKind }) {
  const { t } = useTranslation();
  const shown = useApp((app) => app.layers[kind]);
  const showLayers = useApp((app) => app.showLayers);
  const layers: readonly string[] = LAYERS[kind];
  if (layers.length === 0) return <span />;
  return (
    <Chip.Group multiple value={[...shown]} onChange={(next) => showLayers(kind, next)}>
      <Group gap={6} role="group" aria-label={t('stage.layers')}>
        {layers.map((layer) => (
          <Chip key={layer} value={layer} size="xs" variant="outline" className="legend-chip">
            <i className={`mark mark-${layer}`} aria-hidden />
            {t(`stage.layer.${layer as 'real'}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

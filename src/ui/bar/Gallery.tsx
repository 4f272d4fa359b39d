import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Catalog, DataKind, PresetEntry } from '../../core/catalog';
import { DATA_KINDS } from '../../core/catalog';
import { presetOf } from '../app/gallery';
import { useApp } from '../store';

/** Experiments that work, grouped by the kind of their data; the button names the one that is open. */
export function Gallery() {
  const { t } = useTranslation();
  const catalog = useApp((app) => app.catalog);
  const config = useApp((app) => app.run?.config ?? null);
  const openPreset = useApp((app) => app.openPreset);
  const current = catalog && config ? presetOf(catalog, config) : undefined;
  return (
    <Menu position="bottom-start" width="min(620px, 94vw)" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          className="gallery-button"
          rightSection={<IconChevronDown size={16} />}
          disabled={!catalog}
          aria-label={t('bar.gallery', { name: title(current) })}
        >
          <span className="gallery-title">{title(current)}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div className="gallery" tabIndex={0}>
          <TrainedItem />
          {catalog &&
            DATA_KINDS.map((kind) => (
              <PresetGroup key={kind} kind={kind} catalog={catalog} current={current} onPick={openPreset} />
            ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );

  function title(preset: PresetEntry | undefined): string {
    if (preset) return t(`presets.${preset.id}.name`);
    return config ? t('bar.ownExperiment', { data: t(`datasets.${config.dataset}.name`) }) : t('bar.experiments');
  }
}

/** The switch between “from scratch” and “trained”, which changes the open experiment over at once. */
function TrainedItem() {
  const { t } = useTranslation();
  const trained = useApp((app) => app.trained);
  const prefer = useApp((app) => app.preferTrained);
  return (
    <Menu.CheckboxItem
      className="gallery-trained"
      checked={trained}
      closeMenuOnClick={false}
      onChange={(checked) => void prefer(checked)}
    >
      {t('bar.trained')}
      <span className="menu-hint">{t('bar.trainedHint')}</span>
    </Menu.CheckboxItem>
  );
}

interface PresetGroupProps {
  kind: DataKind;
  catalog: Catalog;
  current: PresetEntry | undefined;
  onPick(id: string): Promise<void>;
}

function PresetGroup({ kind, catalog, current, onPick }: PresetGroupProps) {
  const { t } = useTranslation();
  const trained = useApp((app) => app.trained);
  const kindOf = (preset: PresetEntry) => catalog.datasets.find(({ id }) => id === preset.config.dataset)?.kind;
  const presets = catalog.presets.filter((preset) => kindOf(preset) === kind);
  if (presets.length === 0) return null;
  return (
    <>
      <Menu.Label>{t(`bar.kinds.${kind}`)}</Menu.Label>
      {presets.map((preset) => (
        <Menu.Item
          key={preset.id}
          data-preset={preset.id}
          onClick={() => void onPick(preset.id)}
          rightSection={preset === current ? <IconCheck size={16} aria-label={t('bar.chosen')} /> : null}
        >
          {t(`presets.${preset.id}.name`)}
          <span className="menu-hint">
            {t(`presets.${preset.id}.hint`)}
            {trained && preset.trained === null && ` ${t('bar.untrained')}`}
          </span>
        </Menu.Item>
      ))}
    </>
  );
}

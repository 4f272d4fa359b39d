import { Menu } from '@mantine/core';
import { IconDeviceFloppy, IconFileImport, IconFolder, IconSettings } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { appStore, useApp } from '../store';
import { IconAction } from './IconAction';
import { save } from './save';

/** Saves the run (with its weights) or its configuration to a file, and opens either again. */
export function FileMenu() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const ready = useApp((app) => app.run !== null);
  const openFiles = useApp((app) => app.openFiles);
  const { saveSnapshot, saveConfig } = useSaving();
  return (
    <>
      <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <IconAction label={t('bar.file')}>
            <IconFolder size={19} />
          </IconAction>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileImport size={18} />} onClick={() => input.current?.click()}>
            {t('bar.open')}
            <span className="menu-hint">{t('bar.openHint')}</span>
          </Menu.Item>
          <Menu.Item leftSection={<IconDeviceFloppy size={18} />} disabled={!ready} onClick={saveSnapshot}>
            {t('bar.saveSnapshot')}
            <span className="menu-hint">{t('bar.saveSnapshotHint')}</span>
          </Menu.Item>
          <Menu.Item leftSection={<IconSettings size={18} />} disabled={!ready} onClick={saveConfig}>
            {t('bar.saveConfig')}
            <span className="menu-hint">{t('bar.saveConfigHint')}</span>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={t('bar.open')}
        data-testid="open-file"
        onChange={(event) => {
          void openFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

function useSaving(): { saveSnapshot(): void; saveConfig(): void } {
  const snapshot = useApp((app) => app.snapshot);
  const config = useApp((app) => app.run?.config ?? null);
  const name = config ? `minimax-${config.system}-${config.dataset}` : 'minimax';
  const saveBytes = async () => {
    const bytes = await snapshot();
    if (bytes) save(`${name}-${appStore.getState().status.iteration}.zip`, 'application/zip', bytes);
  };
  return {
    saveSnapshot: () => void saveBytes(),
    saveConfig: () => {
      if (config) save(`${name}.json`, 'application/json', `${JSON.stringify(config, null, 2)}\n`);
    },
  };
}

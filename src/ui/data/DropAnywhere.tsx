import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';
import './data.css';

/** Files dragged over any part of the page show where they go; dropped, they are opened. */
export default function DropAnywhere() {
  const { t } = useTranslation();
  const openFiles = useApp((app) => app.openFiles);
  // Only for who drags: the keyboard has the buttons that open files, so this stays out of its way.
  return (
    <Dropzone.FullScreen
      aria-hidden
      activateOnKeyboard={false}
      onDrop={(files) => void openFiles(files)}
      classNames={{ root: 'drop-anywhere', inner: 'drop-anywhere-words' }}
    >
      <IconFileImport size={48} aria-hidden />
      <strong>{t('data.dropTitle')}</strong>
      <span>{t('data.dropHint')}</span>
      <span className="quiet">{t('data.dropKept')}</span>
    </Dropzone.FullScreen>
  );
}

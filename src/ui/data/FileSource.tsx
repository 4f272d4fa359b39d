import { Button, FileButton } from '@mantine/core';
import { IconCheck, IconCloudDownload, IconFileImport, IconFolderOpen } from '@tabler/icons-react';
import type { DatasetEntry } from '../../core/catalog';
import { useWords } from '../controls/words';
import { useApp } from '../store';

/** The name in a stored file's key. */
const nameOf = (key: string): string => key.slice(key.indexOf('/') + 1);

/** Where a data set's files come from: whether they are at hand, and the ways to get them. */
export function FileSource({ entry, file }: { entry: DatasetEntry; file: string }) {
  const { words } = useWords();
  const stored = useApp((app) => app.stored.includes(entry.id)) || file !== '';
  const busy = useApp((app) => app.fileTask !== null);
  const openFiles = useApp((app) => app.openFiles);
  const status = file === '' ? words('data.stored') : words('data.storedFile', { file: nameOf(file) });
  return (
    <div className="data-source">
      <p className="data-status">
        {stored && <IconCheck size={16} aria-hidden />}
        {stored ? status : words('data.absent')}
      </p>
      {entry.download && !stored && <Download busy={busy} />}
      <div className="data-drop">
        <p className="data-hint">{words(`data.drop.${entry.id}`)}</p>
        <FileButton multiple onChange={(files) => void openFiles(files)}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              disabled={busy}
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {words('data.choose')}
            </Button>
          )}
        </FileButton>
      </div>
    </div>
  );
}

function Download({ busy }: { busy: boolean }) {
  const { words } = useWords();
  const fetchMnist = useApp((app) => app.fetchMnist);
  return (
    <div className="data-download">
      <Button
        size="xs"
        disabled={busy}
        leftSection={<IconCloudDownload size={16} aria-hidden />}
        onClick={() => void fetchMnist(true)}
      >
        {words('data.download')}
      </Button>
      <p className="data-hint">{words('data.downloadHint')}</p>
      <Button
        size="xs"
        variant="default"
        disabled={busy}
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        onClick={() => void fetchMnist(false)}
      >
        {words('data.beside')}
      </Button>
      <p className="data-hint">{words('data.besideHint')}</p>
    </div>
  );
}

import { IconColumns2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';
import { IconAction } from './IconAction';

/** Opens a duel of the run against other settings, and ends it. */
export function DuelButton() {
  const { t } = useTranslation();
  const open = useApp((app) => app.duel !== null);
  const ready = useApp((app) => app.run !== null);
  const openDuel = useApp((app) => app.openDuel);
  const closeDuel = useApp((app) => app.closeDuel);
  return (
    <IconAction label={t('duel.show')} pressed={open} disabled={!ready} onClick={open ? closeDuel : openDuel}>
      <IconColumns2 size={19} />
    </IconAction>
  );
}

import { notifications } from '@mantine/notifications';
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';
import { IconAction } from './IconAction';

/** Copies the run's address. */
export function Share() {
  const { t } = useTranslation();
  const shareLink = useApp((app) => app.shareLink);
  const ready = useApp((app) => app.run !== null);
  const closable = { closeButtonProps: { 'aria-label': t('bar.dismiss') } };
  const share = async () => {
    const link = shareLink();
    try {
      await navigator.clipboard.writeText(link);
      notifications.show({ message: t('bar.copied'), autoClose: 3000, ...closable });
    } catch {
      // A page without a secure address has no clipboard: show the link, to be copied by hand.
      notifications.show({ title: t('bar.copyYourself'), message: link, autoClose: false, ...closable });
    }
  };
  return (
    <IconAction label={t('bar.share')} disabled={!ready} onClick={() => void share()}>
      <IconLink size={19} />
    </IconAction>
  );
}

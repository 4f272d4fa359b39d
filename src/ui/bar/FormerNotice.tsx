import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';

const ID = 'former-run';

/** After another experiment was opened over a run: offers the way back to it. */
export function FormerNotice() {
  const { t } = useTranslation();
  const former = useApp((app) => app.former);
  const goBack = useApp((app) => app.goBack);
  useEffect(() => {
    notifications.hide(ID);
    if (!former) return;
    const back = () => {
      notifications.hide(ID);
      void goBack();
    };
    notifications.show({
      id: ID,
      autoClose: 15_000,
      closeButtonProps: { 'aria-label': t('bar.dismiss') },
      withBorder: true,
      message: (
        <Stack gap={6} align="flex-start">
          <Text size="sm">{t('bar.formerKept', { data: t(`datasets.${former.dataset}.name`) })}</Text>
          <Button size="compact-sm" variant="light" onClick={back}>
            {t('bar.goBack')}
          </Button>
        </Stack>
      ),
    });
  }, [former, goBack, t]);
  return null;
}

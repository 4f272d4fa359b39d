import { Kbd, Popover, Table, Text } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconAction } from './IconAction';
import { SHORTCUTS } from './shortcuts';

/** What one sees, in three sentences, and the keys. */
export function Help() {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={340} withArrow trapFocus withinPortal={false}>
      <Popover.Target>
        <IconAction label={t('bar.help')}>
          <IconHelp size={19} />
        </IconAction>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('bar.help')}>
        <Text size="sm" mb="xs">
          {t('bar.what')}
        </Text>
        <Table verticalSpacing={4}>
          <Table.Caption>{t('bar.keysNote')}</Table.Caption>
          <Table.Tbody>
            {SHORTCUTS.map(({ keys, does }) => (
              <Table.Tr key={does}>
                <Table.Th scope="row">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Table.Th>
                <Table.Td>{t(`bar.keys.${does}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}

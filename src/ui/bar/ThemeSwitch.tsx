import { useMantineColorScheme } from '@mantine/core';
import { IconBrightness, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconAction } from './IconAction';

const SCHEMES = ['auto', 'light', 'dark'] as const;
const ICONS = { auto: IconBrightness, light: IconSun, dark: IconMoon };

/** Goes round the themes: as the system says, light, dark. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = SCHEMES[(SCHEMES.indexOf(colorScheme) + 1) % SCHEMES.length] ?? 'auto';
  const Icon = ICONS[colorScheme];
  return (
    <IconAction label={t(`bar.theme.${colorScheme}`)} onClick={() => setColorScheme(next)}>
      <Icon size={19} />
    </IconAction>
  );
}

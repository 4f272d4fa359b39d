import { Menu } from '@mantine/core';
import { IconCheck, IconGauge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';
import { IconAction } from './IconAction';

/** Iterations per second that one can follow by eye, and no limit. */
const LIMITS = [null, 100, 30, 10, 3, 1] as const;

/** Slows the run down so that one can watch it. */
export function SpeedLimit({ size }: { size: number }) {
  const { t } = useTranslation();
  const speed = useApp((app) => app.speed);
  const setSpeed = useApp((app) => app.setSpeed);
  const name = (limit: number | null): string =>
    limit === null ? t('bar.fullSpeed') : t('bar.limit', { count: limit });
  return (
    <Menu position="bottom" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <IconAction size={size} label={`${t('bar.speed')}: ${name(speed)}`} pressed={speed !== null}>
          <IconGauge size={19} />
          {speed !== null && <span className="speed-mark tabular">{speed}</span>}
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('bar.speed')}</Menu.Label>
        {LIMITS.map((limit) => (
          <Menu.Item
            key={limit ?? 'none'}
            onClick={() => setSpeed(limit)}
            rightSection={limit === speed ? <IconCheck size={16} aria-label={t('bar.chosen')} /> : null}
          >
            {name(limit)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

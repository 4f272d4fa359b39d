import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsShuffle,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipForward,
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';
import { IconAction } from './IconAction';
import { SpeedLimit } from './SpeedLimit';

/** Reset, new seed, step, play and pause, one player only, speed. `large`: under a thumb. */
export function Transport({ large = false }: { large?: boolean }) {
  const { t } = useTranslation();
  const reset = useApp((app) => app.reset);
  const newSeed = useApp((app) => app.newSeed);
  const step = useApp((app) => app.step);
  const ready = useApp((app) => app.run !== null);
  const alive = useApp((app) => app.run !== null && app.status.phase !== 'failed');
  const size = large ? 44 : 34;
  return (
    <>
      <IconAction size={size} label={t('bar.reset')} disabled={!ready} onClick={() => void reset()}>
        <IconRefresh size={19} />
      </IconAction>
      <IconAction size={size} label={t('bar.newSeed')} disabled={!ready} onClick={() => void newSeed()}>
        <IconArrowsShuffle size={19} />
      </IconAction>
      <IconAction size={size} label={t('bar.step')} disabled={!alive} onClick={() => step()}>
        <IconPlayerSkipForward size={19} />
      </IconAction>
      <PlayButton size={large ? 48 : 38} disabled={!alive} />
      <PlayerToggles />
      <SpeedLimit size={size} />
    </>
  );
}

function PlayButton({ size, disabled }: { size: number; disabled: boolean }) {
  const { t } = useTranslation();
  const running = useApp((app) => app.status.phase === 'running');
  const toggle = useApp((app) => app.toggle);
  const label = running ? t('bar.pause') : t('bar.play');
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="filled" radius="xl" size={size} aria-label={label} disabled={disabled} onClick={toggle}>
        {running ? <IconPlayerPauseFilled size={19} /> : <IconPlayerPlayFilled size={19} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** "D only" and "G only", in the colours of their networks; off means that all play. */
function PlayerToggles() {
  const { t } = useTranslation();
  const player = useApp((app) => app.player);
  const system = useApp((app) => app.catalog?.systems.find(({ id }) => id === app.run?.config.system));
  const restrict = useApp((app) => app.restrict);
  const players = system?.players ?? ['discriminator', 'generator'];
  if (players.length < 2) return null;
  return (
    <fieldset className="player-toggles" aria-label={t('bar.onlyOne')}>
      {players.map((name) => (
        <Tooltip key={name} label={t('bar.onlyHint', { player: t(`bar.players.${name}.name`) })} openDelay={400}>
          <button
            type="button"
            className="player-toggle"
            data-player={name}
            aria-pressed={player === name}
            disabled={!system}
            onClick={() => restrict(player === name ? null : name)}
          >
            {t(`bar.players.${name}.only`)}
          </button>
        </Tooltip>
      ))}
    </fieldset>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsShuffle,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipForward,
  IconRefresh,
  IconX,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { IconAction } from '../bar/IconAction';
import { isHeld, isTaken } from '../bar/shortcuts';
import { useApp } from '../store';
import type { Duel } from './duel';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** One transport for all contenders, with the iteration that every one of them has reached. */
export function DuelTransport({ duel }: { duel: Duel }) {
  const { t } = useTranslation();
  const playing = useStore(duel.store, (state) => state.playing);
  const iteration = useStore(duel.store, (state) => Math.min(...state.contenders.map((one) => one.iteration)));
  const close = useApp((app) => app.closeDuel);
  useKeys(duel);
  const label = t(playing ? 'bar.pause' : 'bar.play');
  return (
    <nav className="bar-group" aria-label={t('duel.transport')}>
      <IconAction label={t('bar.reset')} onClick={() => void duel.restart()}>
        <IconRefresh size={19} />
      </IconAction>
      <IconAction label={t('bar.newSeed')} onClick={() => void duel.newSeed()}>
        <IconArrowsShuffle size={19} />
      </IconAction>
      <IconAction label={t('duel.step')} onClick={() => duel.step()}>
        <IconPlayerSkipForward size={19} />
      </IconAction>
      <Tooltip label={label} openDelay={400}>
        <ActionIcon variant="filled" radius="xl" size={38} aria-label={label} onClick={() => duel.toggle()}>
          {playing ? <IconPlayerPauseFilled size={19} /> : <IconPlayerPlayFilled size={19} />}
        </ActionIcon>
      </Tooltip>
      <span className="duel-iteration tabular">
        {t('duel.iteration')} <b data-counter="duel">{whole.format(Number.isFinite(iteration) ? iteration : 0)}</b>
      </span>
      <IconAction label={t('duel.close')} onClick={close}>
        <IconX size={19} />
      </IconAction>
    </nav>
  );
}

/** Does what a key means to the duel, unless it is held down or belongs to what has the focus. */
export function obeyKey(duel: Pick<Duel, 'toggle' | 'step' | 'restart' | 'newSeed'>, event: KeyboardEvent): void {
  if (isTaken(event) || isHeld(event)) return;
  if (event.key === ' ') duel.toggle();
  else if (event.key === 'ArrowRight') duel.step();
  else if (event.key === 'r') void duel.restart();
  else if (event.key === 'n') void duel.newSeed();
  else return;
  event.preventDefault();
}

/** The transport's keys belong to the duel while it is open. */
function useKeys(duel: Duel): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => obeyKey(duel, event);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [duel]);
}

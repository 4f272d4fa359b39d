import { Button, Slider } from '@mantine/core';
import { IconGif, IconHistory, IconPlayerPauseFilled, IconPlayerSkipForward } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPast, momentAt } from '../../core/timeline';
import { IconAction } from '../bar/IconAction';
import { saveHistory } from '../pictures/saving';
import { useApp, useReadout } from '../store';
import { seekBy } from './seekBy';
import './time.css';

/** Moments a second of a replay, between which the slider goes in doublings. */
const SLOWEST = 0;
const FASTEST = 6;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const megabytes = (bytes: number): string => whole.format(Math.ceil(bytes / 2 ** 20));

/** The run's timeline: every kept moment under a slider, replayed at any speed, and the way on from each. `area`: what is saved. */
export function TimeMachine({ area }: { area: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const timeline = useReadout((app) => app.timeline);
  const iteration = useReadout((app) => app.sought ?? app.status.iteration);
  const seek = useApp((app) => app.seek);
  const replaying = useApp((app) => app.replaying);
  const replay = useApp((app) => app.replay);
  const [speed, setSpeed] = useState(3);
  const moments = timeline?.moments ?? [];
  const last = useReadout((app) => Math.max(app.timeline?.moments.at(-1) ?? 0, app.status.iteration));
  const past = isPast(timeline, iteration);
  useReplay(replaying, 2 ** speed, replay);
  // A running run is always at its end, which no moment may have reached yet.
  const end = moments.length - (past ? 1 : 0);
  const at = past ? momentAt(moments, iteration) : end;
  const show = (index: number): string => whole.format(moments[index] ?? iteration);
  const rate = t('time.rate', { rate: 2 ** speed });
  return (
    <section className="time" aria-label={t('time.title')} data-past={past}>
      <div className="time-row">
        <IconAction
          size={28}
          label={t(replaying ? 'time.stop' : 'time.replay')}
          disabled={last === 0}
          onClick={() => replay(!replaying)}
        >
          {replaying ? <IconPlayerPauseFilled size={16} aria-hidden /> : <IconHistory size={17} aria-hidden />}
        </IconAction>
        <Slider
          className="time-slider"
          size="sm"
          min={0}
          max={Math.max(1, end)}
          value={at}
          disabled={last === 0}
          onChange={(index) => void seek(moments[index] ?? iteration)}
          label={show}
          thumbLabel={t('time.slider')}
          thumbProps={{ 'aria-valuetext': t('time.at', { iteration: show(at) }) }}
        />
        <span className="time-place tabular">{t('time.of', { iteration: show(at), last: whole.format(last) })}</span>
        <IconAction size={28} label={t('time.present')} disabled={!past} onClick={() => void seek(last)}>
          <IconPlayerSkipForward size={16} aria-hidden />
        </IconAction>
        <SaveAnimation area={area} disabled={last === 0} />
        <Slider
          className="time-speed"
          size="sm"
          min={SLOWEST}
          max={FASTEST}
          value={speed}
          onChange={setSpeed}
          label={rate}
          thumbLabel={t('time.speed')}
          thumbProps={{ 'aria-valuetext': rate }}
        />
      </div>
      <div className="time-words quiet tabular">
        {past
          ? t('time.past')
          : t('time.kept', {
              count: moments.length,
              used: megabytes(timeline?.bytes ?? 0),
              budget: megabytes(timeline?.budget ?? 0),
            })}{' '}
        <OtherCourse />
      </div>
    </section>
  );
}

/** Saves the kept moments as an animation of what the element shows. */
function SaveAnimation({ area, disabled }: { area: RefObject<HTMLElement | null>; disabled: boolean }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<number | null>(null);
  const start = async () => {
    if (!area.current) return;
    setDone(0);
    await saveHistory(area.current, (iteration) => t('time.at', { iteration }), setDone).finally(() => setDone(null));
  };
  return (
    <IconAction
      size={28}
      label={done === null ? t('time.gif') : t('time.gifUnderWay', { share: Math.round(100 * done) })}
      disabled={disabled || done !== null}
      onClick={() => void start()}
    >
      <IconGif size={20} aria-hidden />
    </IconAction>
  );
}

function OtherCourse() {
  const { t } = useTranslation();
  const other = useApp((app) => app.timeline?.other ?? null);
  const swap = useApp((app) => app.swapCourse);
  if (!other) return null;
  return (
    <Button size="compact-xs" variant="light" onClick={() => void swap()}>
      {t('time.swap', { iteration: whole.format(other.to) })}
    </Button>
  );
}

/** Goes from moment to moment while it is on, and says when it has come to the last. */
function useReplay(on: boolean, rate: number, replay: (on: boolean) => void): void {
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      if (!seekBy(1)) replay(false);
    }, 1000 / rate);
    return () => clearInterval(timer);
  }, [on, rate, replay]);
}

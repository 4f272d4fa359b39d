import { Button, Slider, Switch } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mean, standardDeviation } from '../../core/statistics';
import type { OpenedRun, Seen } from '../../worker/protocol';
import { layerName } from '../charts/layerName';
import { Formula } from '../controls/cards/Formula';
import { Paper } from '../controls/cards/Paper';
import { useWords } from '../controls/words';
import type { SlowMotion as Slow } from '../state';
import { appStore, useApp } from '../store';
import { type MicroStep, microSteps } from './steps';

/** Micro-steps a second, between which the slider goes in doublings. */
const SLOWEST = -2;
const FASTEST = 4;
/** Numbers of a quantity that are written out. */
const SHOWN = 4;

/** Plays an iteration in micro-steps: the algorithm with its present line lit, and the true values of that very move. */
export function SlowMotion({ run, slow, step }: { run: OpenedRun; slow: Slow | null; step: MicroStep | null }) {
  const { t } = useTranslation();
  const microStep = useApp((app) => app.microStep);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(0);
  const wait = 1000 / 2 ** speed;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => void microStep(), wait);
    // Whoever presses Play wants full speed: another step, before this is rendered anew, would pause the run again.
    const unsubscribe = appStore.subscribe(({ status: now }, { status: before }) => {
      if (now.phase !== 'running' || before.phase === 'running') return;
      clearInterval(timer);
      setPlaying(false);
    });
    return () => {
      unsubscribe();
      clearInterval(timer);
    };
  }, [playing, wait, microStep]);
  const rate = t('game.rate', { rate: 2 ** speed });
  return (
    <div className="game-slow">
      <div className="stage-option">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
          onClick={() => void microStep()}
        >
          {t('game.next')}
        </Button>
        <Switch
          size="xs"
          label={t('game.auto')}
          checked={playing}
          onChange={({ currentTarget }) => setPlaying(currentTarget.checked)}
        />
        <Slider
          size="sm"
          min={SLOWEST}
          max={FASTEST}
          step={0.5}
          label={null}
          value={speed}
          onChange={setSpeed}
          thumbLabel={t('game.speed')}
          thumbProps={{ 'aria-valuetext': rate }}
        />
        <span className="tabular game-rate">{rate}</span>
      </div>
      {slow && step ? (
        <div className="game-columns">
          <Algorithm run={run} slow={slow} step={step} />
          <Values run={run} slow={slow} step={step} />
        </div>
      ) : (
        <p className="quiet">{t('game.help')}</p>
      )}
    </div>
  );
}

/** The lines of the present player's move in the paper's order, the present one lit. */
function Algorithm({ run, slow, step }: { run: OpenedRun; slow: Slow; step: MicroStep }) {
  const { t } = useTranslation();
  const { words } = useWords();
  const catalog = useApp((app) => app.catalog);
  const { player, iteration, number, times } = slow.report;
  const objective = catalog?.objectives.find(({ id }) => id === run.config.systemParams['objective'])?.id;
  const paper = catalog?.systems.find(({ id }) => id === run.config.system)?.paper ?? null;
  const line = ({ at }: MicroStep) =>
    at === 'loss' && objective ? (
      <Formula text={words(`objectives.${objective}.${player}`, {}, '')} />
    ) : (
      words(`game.lines.${at}`, { player: words(`controls.players.${player}`) }, at)
    );
  return (
    <div>
      <p className="game-turn">
        {t('game.turn', { iteration, player: words(`controls.players.${player}`), number, times })}
      </p>
      <ol className="game-lines">
        {microSteps(slow.report, run.flow).map((one) => (
          <li key={one.at} className={`node-${one.at}`} aria-current={one.at === step.at ? 'step' : undefined}>
            {line(one)}
          </li>
        ))}
      </ol>
      <Paper paper={paper} />
    </div>
  );
}

/** What the micro-step computed, in numbers. */
function Values({ run, slow, step }: { run: OpenedRun; slow: Slow; step: MicroStep }) {
  const { t } = useTranslation();
  const { words } = useWords();
  const nameOf = ({ name }: Seen) => {
    if (name.startsWith('gradient/')) return t('game.gradientNorm');
    const layer = run.curves.find(({ id }) => id === name)?.layer;
    return layer ? t('game.gradientNormOf', { layer: layerName(layer, words) }) : <Formula text={name} />;
  };
  return (
    <div className="game-values tabular" aria-live="polite">
      {step.seen.map((seen) => (
        <p key={seen.name}>
          <b>{nameOf(seen)}</b> {seen.shape.length > 0 && <span className="quiet">[{seen.shape.join(' × ')}]</span>}
          <br />
          {seen.values.length > 1 ? <Many seen={seen} /> : show(seen.values[0] as number)}
        </p>
      ))}
      {step.at === 'update' && <p>{t('game.moved', { player: words(`controls.players.${slow.report.player}`) })}</p>}
    </div>
  );
}

function Many({ seen: { values } }: { seen: Seen }) {
  const { t } = useTranslation();
  const first = Array.from(values.subarray(0, SHOWN), show).join(', ');
  return (
    <>
      {first}
      {values.length > SHOWN && ' …'}{' '}
      <span className="quiet">
        {t('game.spread', { mean: show(mean(values)), sd: show(standardDeviation(values)) })}
      </span>
    </>
  );
}

const show = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−');

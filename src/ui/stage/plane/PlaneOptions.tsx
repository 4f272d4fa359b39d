import { ActionIcon, Slider } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../state';
import { useApp } from '../../store';
import { readScores } from '../belief';
import { meaningOf } from '../meaning';

const MORPH_MS = 1600;

interface PlaneOptionsProps {
  morph: number;
  threshold: number;
  onMorph(morph: number): void;
  onThreshold(threshold: number): void;
}

/** What can be set of the layers that are shown: how far the noise grid is warped, from where on D accepts. */
export function PlaneOptions({ morph, threshold, onMorph, onThreshold }: PlaneOptionsProps) {
  const shown = useApp((app) => app.layers['2d']);
  return (
    <>
      {shown.includes('manifold') && <Morph value={morph} onChange={onMorph} />}
      {shown.includes('verdicts') && <Threshold value={threshold} onChange={onThreshold} />}
    </>
  );
}

interface Setting {
  value: number;
  onChange(value: number): void;
}

function Morph({ value, onChange }: Setting) {
  const { t } = useTranslation();
  const still = useReducedMotion();
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const play = (): void => {
    cancelAnimationFrame(frame.current);
    // Without motion the button changes from one end to the other.
    if (still) {
      onChange(value < 1 ? 1 : 0);
      return;
    }
    const start = performance.now();
    const move = (now: number): void => {
      const t = Math.min(1, Math.max(0, now - start) / MORPH_MS);
      onChange(t * t * (3 - 2 * t));
      if (t < 1) frame.current = requestAnimationFrame(move);
    };
    frame.current = requestAnimationFrame(move);
  };
  return (
    <div className="stage-option">
      <ActionIcon variant="default" size="sm" aria-label={t('stage.morph')} title={t('stage.morph')} onClick={play}>
        <IconPlayerPlay size={14} aria-hidden />
      </ActionIcon>
      <span aria-hidden>{t('stage.morphFrom')}</span>
      <Slider
        size="sm"
        min={0}
        max={1}
        step={0.01}
        label={null}
        value={value}
        onChange={onChange}
        thumbLabel={t('stage.morphSlider')}
      />
      <span aria-hidden>{t('stage.morphTo')}</span>
    </div>
  );
}

/** Shares of the points that D accepts, in percent; null while they are not known. */
function acceptedShares(app: AppState, threshold: number): readonly [real: number, fake: number] | null {
  if (app.stage?.kind !== '2d' || !app.stage.verdicts) return null;
  const beliefs = readScores(meaningOf(app), app.stage.score);
  const { real, fake } = app.stage.verdicts;
  const share = (scores: Float32Array) =>
    Math.round((100 * scores.filter((score) => beliefs.of(score) >= threshold).length) / scores.length);
  return [share(real), share(fake)];
}

function Threshold({ value, onChange }: Setting) {
  const { t } = useTranslation();
  const shares = useApp((app) => acceptedShares(app, value)?.join(' ') ?? null);
  const raw = useApp((app) => {
    const range = app.stage?.kind === '2d' ? readScores(meaningOf(app), app.stage.score).range : null;
    return range ? (range[0] + value * (range[1] - range[0])).toFixed(2) : value.toFixed(2);
  });
  const [real, fake] = shares?.split(' ') ?? ['—', '—'];
  return (
    <div className="stage-option tabular">
      <span aria-hidden>{t('stage.threshold')}</span>
      <Slider
        size="sm"
        min={0}
        max={1}
        step={0.01}
        label={null}
        value={value}
        onChange={onChange}
        thumbLabel={t('stage.thresholdSlider')}
        thumbProps={{ 'aria-valuetext': raw }}
      />
      <b>{raw}</b>
      <span className="actor-data">{t('stage.acceptedReal', { share: real })}</span>
      <span className="actor-generated">{t('stage.acceptedFake', { share: fake })}</span>
    </div>
  );
}

import { ActionIcon, Slider } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../state';
import { appStore, useApp, useReadout } from '../../store';
import { readScores } from '../belief';
import { meaningOf } from '../meaning';

const MORPH_MS = 1600;

interface PlaneOptionsProps {
  morph: number;
  onMorph(morph: number): void;
}

/** What can be set of the layers that are shown: how far the noise grid is warped, from where on D accepts. */
export function PlaneOptions({ morph, onMorph }: PlaneOptionsProps) {
  const shown = useApp((app) => app.layers['2d']);
  return (
    <>
      {shown.includes('manifold') && <Morph value={morph} onChange={onMorph} />}
      {shown.includes('verdicts') && <Threshold />}
    </>
  );
}

function Morph({ value, onChange }: { value: number; onChange(value: number): void }) {
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

/** How the scores over the plane read, and the raw score from which on D accepts; null while there is no picture. */
function thresholdOf(app: AppState) {
  if (app.stage?.kind !== '2d') return null;
  const beliefs = readScores(meaningOf(app), app.stage.score);
  return { beliefs, score: app.threshold ?? beliefs.score(0.5), verdicts: app.stage.verdicts };
}

/** Shares of the points that D accepts, in percent, real and generated; null while they are not known. */
function acceptedShares(app: AppState): string | null {
  const threshold = thresholdOf(app);
  if (!threshold?.verdicts) return null;
  const share = (scores: Float32Array) =>
    Math.round((100 * scores.filter((score) => score >= threshold.score).length) / scores.length);
  return `${share(threshold.verdicts.real)} ${share(threshold.verdicts.fake)}`;
}

/** The threshold of D's ROC curve, set over the plane. */
function Threshold() {
  const { t } = useTranslation();
  const setThreshold = useApp((app) => app.setThreshold);
  const value = useReadout((app) => {
    const threshold = thresholdOf(app);
    return threshold ? Math.min(1, Math.max(0, threshold.beliefs.of(threshold.score))) : 0.5;
  });
  const raw = useReadout((app) => {
    const threshold = thresholdOf(app);
    return (threshold?.beliefs.range ? threshold.score : value).toFixed(2);
  });
  const choose = (belief: number): void =>
    setThreshold(thresholdOf(appStore.getState())?.beliefs.score(belief) ?? null);
  const shares = useReadout(acceptedShares);
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
        onChange={choose}
        thumbLabel={t('stage.thresholdSlider')}
        thumbProps={{ 'aria-valuetext': raw }}
      />
      <b>{raw}</b>
      <span className="actor-data">{t('stage.acceptedReal', { share: real })}</span>
      <span className="actor-generated">{t('stage.acceptedFake', { share: fake })}</span>
    </div>
  );
}

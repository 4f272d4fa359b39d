import { useTranslation } from 'react-i18next';
import { mean, standardDeviation } from '../../core/statistics';
import { useApp } from '../store';
import { LineWords } from './line/LineWords';
import type { LineSettings } from './line/useLineView';
import { meaningOf } from './meaning';
import { PlaneWords } from './plane/PlaneWords';
import { SceneWords } from './scene/SceneChoice';

interface CaptionProps {
  hovered: { block: 'real' | 'fake'; index: number } | null;
  /** Iteration at which the generated points' ways begin. */
  since: number | null;
  line: LineSettings;
}

/** Below the stage: what one sees, in plain words with the actors' colours, and the numbers that belong to it. */
export function Caption({ hovered, since, line }: CaptionProps) {
  const kind = useApp((app) => app.run?.data.kind ?? null);
  const scene = useApp((app) => (app.stage && 'scene' in app.stage ? (app.stage.scene?.id ?? null) : null));
  if (scene) {
    return (
      <div className="stage-caption">
        <SceneWords id={scene} />
      </div>
    );
  }
  return (
    <div className="stage-caption tabular">
      {kind === '1d' && <LineNumbers />}
      {kind === '1d' && <LineWords settings={line} />}
      {kind === '2d' && <PlaneWords since={since} />}
      {kind === 'point' && <PhaseWords />}
      {kind === 'image' && <PictureWords hovered={hovered} />}
    </div>
  );
}

function LineNumbers() {
  const { t } = useTranslation();
  const stage = useApp((app) => (app.stage?.kind === '1d' ? app.stage : null));
  const unit = useApp((app) => app.run?.data.unit ?? '');
  const show = (values: ArrayLike<number> | undefined) =>
    values ? `${mean(values).toFixed(2)} ± ${standardDeviation(values).toFixed(2)} ${unit}` : '—';
  return (
    <>
      <span className="actor-data">
        {t('stage.real')} <b>{show(stage?.real)}</b>
      </span>
      <span className="actor-generated">
        {t('stage.generated')} <b>{show(stage?.fake)}</b>
      </span>
    </>
  );
}

function PhaseWords() {
  const { t } = useTranslation();
  const stage = useApp((app) => (app.stage?.kind === 'point' ? app.stage : null));
  if (!stage) return null;
  const show = (value: number) => (Math.abs(value) < 1e-3 && value !== 0 ? value.toExponential(1) : value.toFixed(3));
  const radius = show(Math.hypot(stage.theta, stage.psi));
  return <span>{t('stage.phase', { theta: show(stage.theta), psi: show(stage.psi), radius })}</span>;
}

function PictureWords({ hovered }: { hovered: { block: 'real' | 'fake'; index: number } | null }) {
  const { t } = useTranslation();
  const score = useApp((app) => {
    if (!hovered || app.stage?.kind !== 'image') return null;
    return (hovered.block === 'real' ? app.stage.realScore : app.stage.fakeScore)[hovered.index] ?? null;
  });
  const meaning = useApp(meaningOf);
  if (score === null) return <span className="quiet">{t('stage.captionPictures')}</span>;
  const value = meaning === 'logit' ? (1 / (1 + Math.exp(-score))).toFixed(3) : score.toFixed(3);
  return <span>{t(meaning === 'logit' ? 'stage.hoverLogit' : 'stage.hoverScore', { value })}</span>;
}

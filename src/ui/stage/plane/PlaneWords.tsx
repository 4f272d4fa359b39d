import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { quantileOf } from '../../../core/statistics';
import { useApp } from '../../store';
import { LAYERS, type PlaneLayer, switched } from '../layers';
import { meaningOf } from '../meaning';

/** A sentence for each layer that is shown, and the names of the others; each name switches its layer. */
export function PlaneWords({ since }: { since: number | null }) {
  const { t } = useTranslation();
  const shown = useApp((app) => app.layers['2d']);
  const hidden = LAYERS['2d'].filter((layer) => !shown.includes(layer));
  return (
    <p className="stage-sentences">
      {LAYERS['2d'].map(
        (layer) =>
          shown.includes(layer) && (
            <span key={layer}>
              <Word layer={layer} on /> <Says layer={layer} since={since} />{' '}
            </span>
          ),
      )}
      {hidden.length > 0 && (
        <span>
          <span className="quiet">{t('stage.hidden')} </span>
          {hidden.map((layer, i) => (
            <Fragment key={layer}>
              {i > 0 && ', '}
              <Word layer={layer} on={false} />
            </Fragment>
          ))}
        </span>
      )}
    </p>
  );
}

function Word({ layer, on }: { layer: PlaneLayer; on: boolean }) {
  const { t } = useTranslation();
  const shown = useApp((app) => app.layers['2d']);
  const showLayers = useApp((app) => app.showLayers);
  return (
    <button
      type="button"
      className={`layer-word word-${layer}`}
      aria-pressed={on}
      onClick={() => showLayers('2d', switched(shown, layer))}
    >
      {t(`stage.plane.${layer}.word`)}
    </button>
  );
}

/** What the layer shows, or why it shows nothing. */
function Says({ layer, since }: { layer: PlaneLayer; since: number | null }) {
  const { t } = useTranslation();
  const critic = useApp((app) => meaningOf(app) === 'critic');
  const missing = useApp(({ stage }) => stage?.kind === '2d' && layer === 'optimal' && stage.optimal === null);
  const estimated = useApp(({ stage }) => stage?.kind === '2d' && layer === 'optimal' && stage.optimal?.estimated);
  const median = useApp(({ stage }) => {
    if (stage?.kind !== '2d' || (layer !== 'lossGradient' && layer !== 'beliefGradient')) return null;
    const gradient = stage[layer];
    return gradient && Number(medianLength(gradient).toPrecision(1));
  });
  const text = () => {
    if (layer === 'score' && critic) return t('stage.captionCritic');
    if (missing) return t('stage.optimalUnknown');
    if (estimated) return t('stage.optimalOfEstimate');
    return t(`stage.plane.${layer}.says`, { since: since ?? '—', median: median ?? '—' });
  };
  return <span className="quiet">{text()}</span>;
}

/** Median length of the vectors [n × 2]. */
function medianLength(vectors: Float32Array): number {
  return quantileOf(
    Array.from({ length: vectors.length / 2 }, (_, i) =>
      Math.hypot(vectors[2 * i] as number, vectors[2 * i + 1] as number),
    ),
    0.5,
  );
}

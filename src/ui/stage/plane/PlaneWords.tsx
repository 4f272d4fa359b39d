import { useTranslation } from 'react-i18next';
import { quantileOf } from '../../../core/statistics';
import { useApp, useReadout } from '../../store';
import { LayerWords } from '../LayerWords';
import type { PlaneLayer } from '../layers';
import { meaningOf } from '../meaning';

/** What the layers of the plane show. */
export function PlaneWords({ since }: { since: number | null }) {
  return <LayerWords kind="2d" says={(layer) => <Says layer={layer} since={since} />} />;
}

function Says({ layer, since }: { layer: PlaneLayer; since: number | null }) {
  const { t } = useTranslation();
  const critic = useApp((app) => meaningOf(app) === 'critic');
  const missing = useReadout(({ stage }) => stage?.kind === '2d' && layer === 'optimal' && stage.optimal === null);
  const estimated = useReadout(({ stage }) => stage?.kind === '2d' && layer === 'optimal' && stage.optimal?.estimated);
  const median = useReadout(({ stage }) => {
    if (stage?.kind !== '2d' || (layer !== 'lossGradient' && layer !== 'beliefGradient')) return null;
    const gradient = stage[layer];
    return gradient && Number(medianLength(gradient).toPrecision(1));
  });
  if (layer === 'score' && critic) return t('stage.captionCritic');
  if (missing) return t('stage.optimalUnknown');
  if (estimated) return t('stage.optimalOfEstimate');
  return t(`stage.plane.${layer}.says`, { since: since ?? '—', median: median ?? '—' });
}

/** Median length of the vectors [n × 2]. */
function medianLength(vectors: Float32Array): number {
  const lengths = Float32Array.from({ length: vectors.length / 2 }, (_, i) =>
    Math.hypot(vectors[2 * i] as number, vectors[2 * i + 1] as number),
  );
  return quantileOf(lengths, 0.5);
}

import { useTranslation } from 'react-i18next';
import type { DatasetInfo, Stage1d } from '../../../worker/protocol';
import { useApp } from '../../store';
import { readScores } from '../belief';
import { LayerWords } from '../LayerWords';
import type { LineLayer } from '../layers';
import { meaningOf } from '../meaning';
import { bandOf, handMade, meanGap, rejectRate, transportPlan, valueAt } from './figures';
import { firstHand, type LineSettings } from './useLineView';

/** Samples of the machine set by hand. */
export const HAND_MADE = 1000;

/** What the layers of the 1-D stage show, with their numbers. */
export function LineWords({ settings }: { settings: LineSettings }) {
  return <LayerWords kind="1d" says={(layer) => <Says layer={layer} settings={settings} />} />;
}

function Says({ layer, settings }: { layer: LineLayer; settings: LineSettings }) {
  const { t } = useTranslation();
  // As text, so that a picture without news draws nothing again.
  const numbers = useApp((app) => {
    const { stage, run } = app;
    if (stage?.kind !== '1d' || !run) return '';
    const beliefs = readScores(meaningOf(app), stage.score);
    const belief = stage.score.map((score) => beliefs.of(score));
    return JSON.stringify(numbersOf(layer, stage, run.data, belief, settings));
  });
  const unknown = useApp(
    ({ stage }) => stage?.kind === '1d' && (layer === 'area' || layer === 'optimal') && stage.optimal === null,
  );
  const estimated = useApp(({ stage }) => stage?.kind === '1d' && layer === 'optimal' && stage.estimated);
  const unit = useApp((app) => app.run?.data.unit ?? '');
  if (unknown) return t('stage.optimalUnknown');
  if (estimated) return t('stage.optimalOfEstimate');
  const values = (numbers ? JSON.parse(numbers) : {}) as Record<string, string>;
  return t(`stage.line.${layer}.says`, { ...values, unit });
}

/** The numbers that a layer's sentence holds, as texts. */
function numbersOf(
  layer: LineLayer,
  stage: Stage1d,
  info: DatasetInfo,
  belief: Float32Array,
  { deviations, hand }: LineSettings,
): Record<string, string> {
  const { real, fake, grid, optimal } = stage;
  const band = bandOf(real, deviations);
  const percent = (share: number) => (100 * share).toFixed(share < 0.1 ? 1 : 0);
  switch (layer) {
    case 'area':
      return { gap: (optimal && meanGap(grid, belief, optimal, [real, fake]))?.toFixed(2) ?? '—' };
    case 'transport':
      return { distance: transportPlan(fake, real).distance.toFixed(2) };
    case 'tolerance':
      return { real: percent(rejectRate(real, band)), fake: percent(rejectRate(fake, band)) };
    case 'hand': {
      const made = handMade(hand ?? firstHand(info.range[0] as readonly [number, number]), HAND_MADE);
      const passes = made.reduce((sum, x) => sum + valueAt(grid, belief, x), 0) / made.length;
      return {
        distance: transportPlan(made, real).distance.toFixed(2),
        rejected: percent(rejectRate(made, band)),
        belief: passes.toFixed(2),
      };
    }
    default:
      return {};
  }
}

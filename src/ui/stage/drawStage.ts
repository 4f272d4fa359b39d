import type { TFunction } from 'i18next';
import type { ScoreMeaning } from '../../core/catalog';
import type { DatasetInfo, Stage } from '../../worker/protocol';
import { drawImages } from './drawImages';
import type { Sheet } from './drawing';
import { drawLine } from './line/drawLine';
import { bandOf, handMade } from './line/figures';
import { HAND_MADE } from './line/LineWords';
import { firstHand, type LineSettings } from './line/useLineView';
import { drawPhase } from './phase/drawPhase';
import { drawPlane, type PlaneView } from './plane/drawPlane';

/** What is chosen about a stage, whatever its kind of data. */
export interface StageView extends Omit<PlaneView, 'shown'> {
  shown: readonly string[];
  line: Pick<LineSettings, 'deviations' | 'hand' | 'asked' | 'moving'>;
}

/** Draws the stage of a run. */
export function drawStage(
  sheet: Sheet,
  stage: Stage,
  info: DatasetInfo,
  meaning: ScoreMeaning,
  { line, ...view }: StageView,
  t: TFunction,
): void {
  if (stage.kind !== info.kind) return;
  const shown = new Set(view.shown);
  const [real, fake] = [t('stage.real'), t('stage.generated')];
  if (stage.kind === '1d') {
    const words = {
      real,
      fake,
      score: meaning === 'critic' ? t('stage.critic') : 'D(x)',
      optimal: stage.estimated ? t('stage.optimalEstimated') : 'D*(x)',
      hand: t('stage.line.hand.word'),
      tolerance: t('stage.line.tolerance.word'),
      unit: info.unit ?? '',
    };
    const range = info.range[0] as readonly [number, number];
    const lineView = {
      shown,
      band: bandOf(stage.real, line.deviations),
      hand: shown.has('hand') ? handMade(line.hand ?? firstHand(range), HAND_MADE) : null,
      asked: line.asked,
      now: line.moving ? performance.now() : null,
    };
    drawLine(sheet, stage, info, meaning, lineView, words);
  } else if (stage.kind === '2d') drawPlane(sheet, stage, info, meaning, { ...view, shown });
  else if (stage.kind === 'point') drawPhase(sheet, stage);
  else drawImages(sheet, stage, info, meaning, { real, fake });
}

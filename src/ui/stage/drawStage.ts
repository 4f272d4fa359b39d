import type { TFunction } from 'i18next';
import type { Stage1d } from '../../core/stage';
import type { Words } from '../controls/words';
import type { AppState } from '../state';
import { drawImages } from './drawImages';
import type { Sheet } from './drawing';
import { drawLine } from './line/drawLine';
import { bandOf, handMade } from './line/figures';
import { HAND_MADE } from './line/LineWords';
import { firstHand, type LineSettings } from './line/useLineView';
import { meaningOf } from './meaning';
import { drawPhase } from './phase/drawPhase';
import { drawPlane } from './plane/drawPlane';
import type { Trails } from './plane/trails';
import { drawScene } from './scene/drawScene';

/** A stage with the run that it belongs to. */
export type StageOfRun = Pick<AppState, 'stage' | 'run' | 'catalog'>;

/** How a person wants the stage to be, and its words. */
export interface StageSettings {
  t: TFunction;
  words: Words;
  /** Layers that are shown. */
  shown: ReadonlySet<string>;
  morph: number;
  threshold: number | null;
  trails: Trails;
  line: Pick<LineSettings, 'deviations' | 'hand' | 'asked' | 'moving'>;
}

/** Draws the stage of this moment, whatever kind of data it shows. */
export function drawStage(sheet: Sheet, app: StageOfRun, settings: StageSettings): void {
  const { stage, run } = app;
  if (!stage || !run || stage.kind !== run.data.kind) return;
  const { t, words, shown, morph, threshold, trails } = settings;
  const meaning = meaningOf(app);
  if ('scene' in stage && stage.scene) {
    drawScene(sheet, stage.scene, run.data, (row) => words(`scenes.rows.${row}`, {}, row));
  } else if (stage.kind === '1d') {
    drawFactory(sheet, app, stage, settings);
  } else if (stage.kind === '2d') {
    drawPlane(sheet, stage, run.data, meaning, { shown, morph, threshold, trails });
  } else if (stage.kind === 'point') {
    drawPhase(sheet, stage);
  } else {
    drawImages(sheet, stage, run.data, meaning, { real: t('stage.real'), fake: t('stage.generated') });
  }
}

function drawFactory(sheet: Sheet, app: StageOfRun, stage: Stage1d, { t, shown, line }: StageSettings): void {
  const data = app.run?.data;
  if (!data) return;
  const meaning = meaningOf(app);
  const view = {
    shown,
    band: bandOf(stage.real, line.deviations),
    hand: shown.has('hand')
      ? handMade(line.hand ?? firstHand(data.range[0] as readonly [number, number]), HAND_MADE)
      : null,
    asked: line.asked,
    now: line.moving ? performance.now() : null,
  };
  drawLine(sheet, stage, data, meaning, view, {
    real: t('stage.real'),
    fake: t('stage.generated'),
    score: meaning === 'critic' ? t('stage.critic') : 'D(x)',
    optimal: stage.estimated ? t('stage.optimalEstimated') : 'D*(x)',
    hand: t('stage.line.hand.word'),
    tolerance: t('stage.line.tolerance.word'),
    unit: data.unit ?? '',
  });
}

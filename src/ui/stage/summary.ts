import type { TFunction } from 'i18next';
import { mean } from '../../core/statistics';
import { readScores } from './belief';
import type { StageOfRun } from './drawStage';
import { meaningOf } from './meaning';

/** How far one step of a stage's text is from the next: a reader is told of a change only when there is one to tell. */
const EVERY = 100;

/** The stage in words, for those who do not see it. */
export function describeStage(app: StageOfRun & { iteration: number }, t: TFunction): string {
  const { stage, run } = app;
  if (!stage || !run) return t('stage.empty');
  const iteration = Math.floor(app.iteration / EVERY) * EVERY;
  if ('scene' in stage && stage.scene) {
    const name = t(`scenes.${stage.scene.id as 'conditions'}.name`);
    return t('scenes.summary', { name, iteration });
  }
  if (stage.kind === '1d') {
    return t('stage.summary1d', {
      mean: stage.mean.toFixed(2),
      sd: stage.sd.toFixed(2),
      unit: run.data.unit ?? '',
      iteration,
    });
  }
  if (stage.kind === '2d') return t('stage.summary2d', { count: stage.fake.length / 2, iteration });
  if (stage.kind === 'point') {
    return t('stage.summaryPoint', { theta: stage.theta.toFixed(2), psi: stage.psi.toFixed(2), iteration });
  }
  const beliefs = readScores(meaningOf(app), [...stage.realScore, ...stage.fakeScore]);
  const average = (scores: Float32Array) => mean(scores.map((score) => beliefs.of(score))).toFixed(2);
  return t('stage.summaryImages', { fake: average(stage.fakeScore), real: average(stage.realScore), iteration });
}

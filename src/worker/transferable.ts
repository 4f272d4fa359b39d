import type { Stage, StageImages } from '../core/stage';

/** What a scene brought anew; its labels are kept for the next frame. */
const sceneArrays = ({ scene }: Pick<StageImages, 'scene'>) => (scene ? [scene.values] : []);

/** Buffers of a frame that may be handed over instead of copied; the real samples are kept for the next frame. */
export function transferable(stage: Stage | null): ArrayBuffer[] {
  if (!stage) return [];
  if (stage.kind === 'image') {
    return [stage.fake, stage.fakeScore, ...sceneArrays(stage)].map(({ buffer }) => buffer as ArrayBuffer);
  }
  if (stage.kind === 'point') return [stage.path, stage.field].map(({ buffer }) => buffer as ArrayBuffer);
  const { fake, score } = stage;
  if (stage.kind === '1d') return [fake, score].map(({ buffer }) => buffer as ArrayBuffer);
  const { optimal, manifold, lossGradient, beliefGradient, verdicts } = stage;
  const made = [
    fake,
    score,
    optimal?.values,
    manifold?.places,
    lossGradient,
    beliefGradient,
    verdicts?.real,
    verdicts?.fake,
    ...sceneArrays(stage),
  ];
  return made.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
}

import type { ScoreMeaning } from '../../../core/catalog';
import type { Stage2d } from '../../../core/stage';
import type { DatasetInfo } from '../../../worker/protocol';
import { ticks, tickText } from '../axis';
import { type Beliefs, readScores } from '../belief';
import { type Sheet, write } from '../drawing';
import { drawArrows } from './arrows';
import { drawContours } from './contours';
import { type PlaneFrame, planeFrame } from './frame';
import { drawManifold } from './manifold';
import { drawPoints, type Full } from './points';
import { drawSurface } from './surface';
import type { Trails } from './trails';

/** What is chosen about the plane's picture. */
export interface PlaneView {
  shown: ReadonlySet<string>;
  /** How far the noise grid has become the manifold, 0…1. */
  morph: number;
  /** Raw score from which on a point is accepted; null: where D is undecided. */
  threshold: number | null;
  trails: Trails;
}

/** Everything that one layer needs to draw itself. */
interface Scene extends PlaneView {
  sheet: Sheet;
  frame: PlaneFrame;
  stage: Stage2d;
  info: DatasetInfo;
  beliefs: Beliefs;
}

/** Levels of D and D*, and their names. */
const LEVELS = [
  { value: 0.25, text: '¼' },
  { value: 0.5, text: '½' },
  { value: 0.75, text: '¾' },
];
/** About how many level sets a critic shows, whose scale is its own. */
const CRITIC_LEVELS = 8;

/** Each layer by its name, from the ground to the top. */
const DRAW: Record<string, (scene: Scene) => void> = {
  score: ({ sheet, frame, stage, beliefs }) => drawSurface(sheet, frame, stage, beliefs),
  manifold: ({ sheet, frame, stage, info, morph }) => {
    if (stage.manifold) drawManifold(sheet, frame, stage.manifold, info, morph);
  },
  levels: drawLevels,
  optimal: ({ sheet, frame, stage }) => {
    if (!stage.optimal) return;
    const { theory: colour, theoryText: textColour } = sheet.palette;
    drawContours(sheet, frame, stage.optimal.values, stage.optimal.side, {
      levels: LEVELS,
      colour,
      textColour,
      dash: [5, 3],
    });
  },
  paths: ({ sheet, frame, stage, trails }) => trails.draw(sheet.context, frame, stage.fake, sheet.palette.generated),
  real: (scene) => points(scene, 'real', scene.sheet.palette.data, 0.65),
  fake: (scene) => points(scene, 'fake', scene.sheet.palette.generated, 0.8),
  lossGradient: (scene) => arrows(scene, scene.stage.lossGradient, -1, scene.sheet.palette.generatorText),
  beliefGradient: (scene) => arrows(scene, scene.stage.beliefGradient, 1, scene.sheet.palette.discriminator),
};

/** Draws the layers that are shown, one over the other. */
export function drawPlane(
  sheet: Sheet,
  stage: Stage2d,
  info: DatasetInfo,
  meaning: ScoreMeaning,
  view: PlaneView,
): void {
  const frame = planeFrame(sheet, info);
  const { context, palette } = sheet;
  const scene: Scene = { ...view, sheet, frame, stage, info, beliefs: readScores(meaning, stage.score) };
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.side, frame.side);
  context.clip();
  for (const [layer, draw] of Object.entries(DRAW)) if (view.shown.has(layer)) draw(scene);
  context.restore();
  context.strokeStyle = palette.line;
  context.strokeRect(frame.left, frame.top, frame.side, frame.side);
  const [rangeX, rangeY] = info.range as [readonly [number, number], readonly [number, number]];
  const bottom = frame.top + frame.side;
  for (const value of ticks(rangeX[0], rangeX[1], 5)) {
    write(sheet, tickText(value), frame.x(value), bottom + 6, palette.quiet, { align: 'center', base: 'top' });
  }
  for (const value of ticks(rangeY[0], rangeY[1], 5)) {
    write(sheet, tickText(value), frame.left - 6, frame.y(value), palette.quiet, { align: 'right', base: 'middle' });
  }
}

function drawLevels({ sheet, frame, stage, beliefs }: Scene): void {
  const { discriminator: colour, discriminatorText: textColour } = sheet.palette;
  if (beliefs.range) {
    const levels = ticks(...beliefs.range, CRITIC_LEVELS).map((value) => ({ value, text: tickText(value) }));
    drawContours(sheet, frame, stage.score, stage.side, { levels, colour, textColour, dash: [] });
  } else {
    const field = stage.score.map((score) => beliefs.of(score));
    drawContours(sheet, frame, field, stage.side, { levels: LEVELS, colour, textColour, dash: [] });
  }
}

function points(
  { sheet: { context }, frame, stage, ...scene }: Scene,
  of: 'real' | 'fake',
  colour: string,
  alpha: number,
) {
  const radius = Math.max(1.6, frame.side / 260) * (of === 'real' ? 1 : 1.35);
  const shape = of === 'real' ? 'disc' : 'diamond';
  const full = accepted(scene, stage.verdicts?.[of]);
  drawPoints({ context, frame, points: stage[of], shape, radius, colour, alpha, full });
}

/** Full where there is no verdict, or where it is above the threshold. */
function accepted(
  { shown, threshold, beliefs }: Pick<Scene, 'shown' | 'threshold' | 'beliefs'>,
  scores: Float32Array | undefined,
): Full {
  if (!scores || !shown.has('verdicts')) return () => true;
  const least = threshold ?? beliefs.score(0.5);
  return (i) => (scores[i] as number) >= least;
}

function arrows({ sheet, frame, stage, info }: Scene, gradient: Float32Array | null, sign: 1 | -1, colour: string) {
  if (gradient) drawArrows({ context: sheet.context, frame, info, points: stage.fake, gradient, sign, colour });
}

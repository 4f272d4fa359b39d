import type { DatasetInfo, MoveReport, Stage } from '../../worker/protocol';
import { drawThumbnail } from '../data/thumbnail';
import { histogram } from '../stage/axis';
import { readScores } from '../stage/belief';
import { meaningOf } from '../stage/meaning';
import type { Palette } from '../stage/palette';
import { drawSurface } from '../stage/plane/surface';
import type { AppState } from '../state';

type SampleStage = Exclude<Stage, { kind: 'point' }>;

/** Draws what a node of the flow holds at this moment, small. False where there is nothing to draw. */
export function drawArtefact(
  canvas: HTMLCanvasElement,
  node: string,
  app: AppState,
  report: MoveReport | null,
  palette: Palette,
): boolean {
  const { stage, run } = app;
  // Networks of one number each have nothing to draw.
  if (!run || !stage || stage.kind === 'point') return false;
  const seen = (name: string) => report?.seen.find((one) => one.name === name);
  const given = (from: string) => run.flow.find((edge) => edge.from === from)?.quantity ?? '';
  if (node === 'noise') return drawNoise(canvas, seen(given('noise')), palette);
  if (node === 'data')
    return drawSamples(
      canvas,
      run.data,
      inData(seen('x')?.values, run.data) ?? ofStage(stage, 'real'),
      palette.data,
      palette,
    );
  if (node === 'G')
    return drawSamples(
      canvas,
      run.data,
      inData(seen(given('G'))?.values, run.data) ?? ofStage(stage, 'fake'),
      palette.generated,
      palette,
    );
  return node === 'D' && drawVerdict(canvas, app, stage, palette);
}

/** Samples of a move in the units of the data. */
function inData(values: Float32Array | undefined, { shift, scale }: DatasetInfo): Float32Array | undefined {
  return values?.map((x, i) => x * (scale[i % scale.length] as number) + (shift[i % shift.length] as number));
}

/** Samples of the stage; pictures as numbers in [−1, 1]. */
function ofStage(stage: SampleStage, of: 'real' | 'fake'): Float32Array {
  return stage.kind === 'image' ? Float32Array.from(stage[of], (byte) => byte / 127.5 - 1) : stage[of];
}

function drawSamples(
  canvas: HTMLCanvasElement,
  info: DatasetInfo,
  x: Float32Array,
  colour: string,
  { line }: Palette,
): boolean {
  drawThumbnail(canvas, { info, x }, { data: colour, line });
  return true;
}

/** The first one or two numbers of each latent; before a move has shown any, nothing. */
function drawNoise(
  canvas: HTMLCanvasElement,
  z: { shape: readonly number[]; values: Float32Array } | undefined,
  palette: Palette,
) {
  if (!z) return false;
  const size = z.shape[1] as number;
  const kind = size === 1 ? '1d' : '2d';
  const x = kind === '1d' ? z.values : z.values.filter((_, i) => i % size < 2);
  const range = [
    [-3.5, 3.5],
    [-3.5, 3.5],
  ] as const;
  const info: DatasetInfo = { id: 'noise', kind, shape: [kind === '1d' ? 1 : 2], shift: [0], scale: [1], range };
  return drawSamples(canvas, info, x, palette.generator, palette);
}

/** D over the data: its surface, its curve, or how it rates pictures of both kinds. */
function drawVerdict(canvas: HTMLCanvasElement, app: AppState, stage: SampleStage, palette: Palette): boolean {
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context || width === 0) return false;
  context.scale(ratio, ratio);
  const scores = stage.kind === 'image' ? [...stage.realScore, ...stage.fakeScore] : stage.score;
  const beliefs = readScores(meaningOf(app), scores);
  if (stage.kind === '2d') {
    const frame = { left: (width - height) / 2, top: 0, side: height, x: Number, y: Number };
    drawSurface({ context, width, height, palette, type: 10 }, frame, stage, beliefs);
    return true;
  }
  if (stage.kind === '1d') {
    context.strokeStyle = palette.discriminator;
    context.lineWidth = 2;
    context.beginPath();
    for (const [i, score] of stage.score.entries()) {
      context.lineTo((i / (stage.score.length - 1)) * width, 2 + (height - 4) * (1 - beliefs.of(score)));
    }
    context.stroke();
    return true;
  }
  for (const [values, colour] of [
    [stage.realScore, palette.data],
    [stage.fakeScore, palette.generated],
  ] as const) {
    const bars = histogram(
      values.map((score) => beliefs.of(score)),
      0,
      1.0001,
      12,
    );
    context.fillStyle = colour;
    context.globalAlpha = 0.6;
    for (const [i, bar] of bars.entries()) {
      const tall = (height * bar) / 12;
      context.fillRect((i * width) / 12, height - tall, width / 12 - 1, tall);
    }
  }
  return true;
}

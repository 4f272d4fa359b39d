import type { StagePoint } from '../../../core/stage';
import { linear, ticks, tickText } from '../axis';
import { polyline, type Sheet, write } from '../drawing';

/** Longest arrow of the field, in shares of the distance between arrows. */
const LONGEST = 0.9;

/** The phase portrait: where both players would move from every place, the way they took, and where they are. */
export function drawPhase(sheet: Sheet, stage: StagePoint): void {
  const { context, palette, type } = sheet;
  const margin = 2.4 * type;
  const size = Math.min(sheet.width - 2 * margin, sheet.height - 2 * margin);
  const left = (sheet.width - size) / 2;
  const top = (sheet.height - size) / 2 - margin / 3;
  const range = [-stage.reach, stage.reach] as const;
  const x = linear(range, [left, left + size]);
  const y = linear(range, [top + size, top]);
  context.save();
  context.beginPath();
  context.rect(left, top, size, size);
  context.clip();
  polyline(sheet, 2, (i) => [left + i * size, y(0)], { colour: palette.line, width: 1 });
  polyline(sheet, 2, (i) => [x(0), top + i * size], { colour: palette.line, width: 1 });
  arrows(sheet, stage, x, y, size / stage.side);
  way(sheet, stage, x, y);
  context.restore();
  context.strokeStyle = palette.line;
  context.strokeRect(left, top, size, size);
  for (const value of ticks(range[0], range[1], 5)) {
    write(sheet, tickText(value), x(value), top + size + 6, palette.quiet, { align: 'center', base: 'top' });
    write(sheet, tickText(value), left - 6, y(value), palette.quiet, { align: 'right', base: 'middle' });
  }
  write(sheet, 'θ', left + size, y(0) - 4, palette.generatorText, { align: 'right', bold: true, rim: true });
  write(sheet, 'ψ', x(0) + 6, top + type, palette.discriminator, { bold: true, rim: true });
}

type Scale = (value: number) => number;

/** Arrows in the direction of the velocities; long ones are drawn shorter than they are, by their root. */
function arrows(
  { context, palette }: Sheet,
  { field, side, reach }: StagePoint,
  x: Scale,
  y: Scale,
  cell: number,
): void {
  let most = 0;
  for (let i = 0; i < field.length; i += 2)
    most = Math.max(most, Math.hypot(field[i] as number, field[i + 1] as number));
  context.beginPath();
  for (let i = 0; i < side * side; i++) {
    const [u, v] = [field[2 * i] as number, field[2 * i + 1] as number];
    const speed = Math.hypot(u, v);
    if (!(speed > 0)) continue;
    const place = (index: number) => reach * ((2 * (index + 0.5)) / side - 1);
    const [px, py] = [x(place(i % side)), y(place(Math.floor(i / side)))];
    const length = LONGEST * cell * Math.sqrt(speed / most);
    const [dx, dy] = [(u / speed) * length, (-v / speed) * length];
    context.moveTo(px - dx / 2, py - dy / 2);
    context.lineTo(px + dx / 2, py + dy / 2);
    for (const turn of [2.6, -2.6]) {
      const angle = Math.atan2(dy, dx) + turn;
      context.moveTo(px + dx / 2, py + dy / 2);
      context.lineTo(px + dx / 2 + 4 * Math.cos(angle), py + dy / 2 + 4 * Math.sin(angle));
    }
  }
  context.strokeStyle = palette.quiet;
  context.globalAlpha = 0.7;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
}

/** The last positions, the older half paler, and a dot where the game is. */
function way(sheet: Sheet, { path, theta, psi }: StagePoint, x: Scale, y: Scale): void {
  const { context, palette } = sheet;
  const count = path.length / 2;
  const point = (i: number) => [x(path[2 * i] as number), y(path[2 * i + 1] as number)] as const;
  const middle = Math.floor(count / 2);
  context.globalAlpha = 0.4;
  polyline(sheet, middle + 1, point, { colour: palette.generated, width: 1.5 });
  context.globalAlpha = 1;
  polyline(sheet, count - middle, (i) => point(middle + i), { colour: palette.generated, width: 2 });
  for (const [px, py, colour, radius] of [
    [x(0), y(0), palette.data, 5],
    [x(theta), y(psi), palette.generated, 6],
  ] as const) {
    context.beginPath();
    context.arc(px, py, radius, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  }
}

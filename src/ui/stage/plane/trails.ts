import type { PlaneFrame } from './frame';

/** Points whose way is kept, and moments of it: when they are full, every second moment is let go. */
const POINTS = 40;
const MOMENTS = 32;

/** The way that generated points took: they belong to fixed latents, so the same index is the same point. */
export class Trails {
  private moments: { iteration: number; points: Float32Array }[] = [];
  private spacing = 1;
  private run: unknown = null;

  /** Takes in a moment of a run; another run begins anew, an earlier moment takes back what came after it. */
  record(run: unknown, iteration: number, fake: Float32Array): void {
    if (run !== this.run) {
      this.moments = [];
      this.spacing = 1;
      this.run = run;
    }
    while ((this.moments.at(-1)?.iteration ?? 0) > iteration) this.moments.pop();
    const last = this.moments.at(-1);
    if (last && iteration - last.iteration < this.spacing) return;
    this.moments.push({ iteration, points: fake.slice(0, 2 * POINTS) });
    if (this.moments.length <= MOMENTS) return;
    this.moments = this.moments.filter((_, i) => i % 2 === 0);
    const [first, second] = this.moments;
    this.spacing = (second?.iteration ?? 0) - (first?.iteration ?? 0);
  }

  /** Iteration at which the ways begin; null before there is one. */
  get since(): number | null {
    return this.moments[0]?.iteration ?? null;
  }

  /** Draws each way up to where its point is now, the older part paler. */
  draw(context: CanvasRenderingContext2D, frame: PlaneFrame, now: Float32Array, colour: string): void {
    const all = [...this.moments.map(({ points }) => points), now];
    const middle = Math.floor(all.length / 2);
    context.strokeStyle = colour;
    context.lineWidth = 1;
    for (const [part, alpha] of [
      [all.slice(0, middle + 1), 0.25],
      [all.slice(middle), 0.6],
    ] as const) {
      context.globalAlpha = alpha;
      context.beginPath();
      for (let i = 0; i + 1 < Math.min(2 * POINTS, now.length); i += 2) {
        for (const [moment, points] of part.entries()) {
          const [x, y] = [frame.x(points[i] as number), frame.y(points[i + 1] as number)];
          if (moment === 0) context.moveTo(x, y);
          else context.lineTo(x, y);
        }
      }
      context.stroke();
    }
    context.globalAlpha = 1;
  }
}

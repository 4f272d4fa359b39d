import type { CurvePoint } from '../core/stage';
import type { Trainer } from './trainer';

/** Training runs in slices of this length, between which messages are heard. */
const SLICE_MS = 20;

/** Lets queued messages in without waiting for a frame or a timer, so that training goes on in hidden tabs. */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Iterations per second over about the last second. */
class Speedometer {
  private marks: { at: number; iteration: number }[] = [];

  mark(at: number, iteration: number): number | null {
    this.marks.push({ at, iteration });
    while (this.marks.length > 2 && at - (this.marks[1]?.at ?? at) > 1000) this.marks.shift();
    const first = this.marks[0] as { at: number; iteration: number };
    return at - first.at > 100 ? ((iteration - first.iteration) * 1000) / (at - first.at) : null;
  }

  clear(): void {
    this.marks = [];
  }
}

/** Runs a trainer's iterations in slices until told to stop. */
export class Loop {
  /** Restricts training to one player's moves; undefined trains all. */
  player: string | undefined;
  /** Upper limit of iterations per second; null for none. */
  limit: number | null = null;
  /** Waits before the iteration after that one, until the horizon moves on; null for none. */
  horizon: number | null = null;
  /** Part of the time in which it trains; it rests for the other part, for the sake of what else runs on this machine. */
  share = 1;
  stepsPerSecond: number | null = null;
  private wanted = false;
  private finished: Promise<void> = Promise.resolve();
  private readonly speed = new Speedometer();
  /** Iterations of a slice, at most. */
  private most = 1;

  constructor(
    private readonly trainer: Trainer,
    /** Called after every slice with what was recorded, and again and again while it waits; training waits for it. */
    private readonly afterSlice: (points: readonly CurvePoint[]) => Promise<void>,
    private readonly onFailure: (thrown: unknown) => void,
  ) {}

  get running(): boolean {
    return this.wanted;
  }

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.speed.clear();
    this.finished = this.finished
      .then(() => this.run())
      .catch((thrown) => {
        this.wanted = false;
        this.onFailure(thrown);
      });
  }

  /** Stops after the present slice; resolves when nothing trains any more. */
  async stop(): Promise<void> {
    this.wanted = false;
    await this.finished;
    this.stepsPerSecond = null;
  }

  /** Does something between two slices; a run that trained goes on as before. */
  async between<T>(work: () => Promise<T>): Promise<T> {
    const { running, stepsPerSecond } = this;
    await this.stop();
    try {
      return await work();
    } finally {
      if (running) this.start();
      if (running) this.stepsPerSecond = stepsPerSecond;
    }
  }

  /** One iteration (or one player's move) while paused. */
  async step(player?: string): Promise<void> {
    await this.stop();
    this.trainer.iterate(player);
    await this.afterSlice(await this.trainer.recorder.flush());
  }

  /** Whether it plays but must not go on yet. */
  get waiting(): boolean {
    return this.horizon !== null && this.trainer.iteration >= this.horizon;
  }

  private async run(): Promise<void> {
    let due = performance.now();
    while (this.wanted) {
      const start = performance.now();
      if (this.waiting) {
        await this.afterSlice([]);
        await rest(5);
        continue;
      }
      if (this.limit !== null && start < due) {
        await rest(Math.min(50, due - start));
        continue;
      }
      let done = 0;
      do {
        this.trainer.iterate(this.player);
        done += 1;
        if (this.limit !== null) due = Math.max(due, start - 200) + 1000 / this.limit;
      } while (
        done < this.most &&
        performance.now() - start < SLICE_MS &&
        (this.limit === null || performance.now() >= due) &&
        !this.waiting
      );
      const points = await this.trainer.recorder.flush();
      const took = performance.now() - start;
      // A GPU has only been asked for them: too many at a time, and it would not hear that one wants to pause.
      this.most =
        took > 2 * SLICE_MS ? Math.max(1, Math.floor((done * SLICE_MS) / took)) : 2 * Math.max(done, this.most);
      this.stepsPerSecond = this.speed.mark(performance.now(), this.trainer.iteration) ?? this.stepsPerSecond;
      await this.afterSlice(points);
      await (this.share < 1 ? rest((performance.now() - start) * (1 / this.share - 1)) : yieldToMessages());
    }
  }
}

/** Runs of a duel may be that far apart in time while they play, and at rest not at all. */
const AHEAD_S = 0.3;
/** How much faster one supposes the runs to be than they have shown, at most, from one look to the next. */
const GROWTH = 2;

/** Keeps the runs of a duel together: none goes beyond a horizon that stays a little ahead of the slowest. */
export class Pace {
  horizon = 0;
  private chunk = 1;
  private lastLeast = 0;
  private lastAt: number | null = null;

  /** Where the runs may go on to, from how far each is now (at a time in seconds). The horizon never falls. */
  look(iterations: readonly number[], now: number): number {
    const least = Math.min(...iterations);
    if (this.lastAt !== null && now > this.lastAt) {
      const rate = (least - this.lastLeast) / (now - this.lastAt);
      const wanted = Math.ceil(rate * AHEAD_S);
      this.chunk = Math.max(1, Math.min(this.chunk * GROWTH, Math.max(wanted, this.chunk / GROWTH)));
      // All of them stand at the horizon: they could have gone further.
      if (least >= this.horizon) this.chunk *= GROWTH;
    }
    this.lastLeast = least;
    this.lastAt = now;
    this.horizon = Math.max(this.horizon, Math.floor(least + this.chunk));
    return this.horizon;
  }

  /** Forgets the time that passed while nothing played. */
  rest(): void {
    this.lastAt = null;
  }
}

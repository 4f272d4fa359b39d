/** The moments of a run that one can return to, as the page is told of them. */
export interface Timeline {
  /** Iterations of the moments, ascending. Those beyond the run's own iteration lie ahead of a run that was taken back. */
  moments: readonly number[];
  /** Names the course that the run is on: another one whenever it goes on from an earlier moment. */
  course: number;
  /** The course that was left last, while its moments are kept: where the two part, and how far it went. */
  other: { from: number; to: number } | null;
  /** Memory that all kept moments take, and may take. */
  bytes: number;
  budget: number;
}

/** Whether moments lie ahead of that iteration: the run was taken back. */
export const isPast = (timeline: Timeline | null, iteration: number): boolean =>
  (timeline?.moments.at(-1) ?? iteration) > iteration;

/** Index of the last moment that is not later than the iteration; 0 where all are. */
export function momentAt(moments: readonly number[], iteration: number): number {
  return Math.max(
    0,
    moments.findLastIndex((moment) => moment <= iteration),
  );
}

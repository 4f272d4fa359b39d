/** A quantity of an algorithm as one move had it. */
export interface Seen {
  /** The name under which the system's flow has it: `x`, `z`, `D(x)` … */
  name: string;
  shape: readonly number[];
  /** Row by row; samples in model units, scores raw. */
  values: Float32Array;
}

/** What one move of one player computed, in the order of the algorithm. */
export interface MoveReport {
  player: string;
  /** The iteration that the move belongs to. */
  iteration: number;
  /** Which of the player's moves of the iteration it was, from 1, and how many there are. */
  number: number;
  times: number;
  loss: number;
  seen: readonly Seen[];
}

/** One arrow of the diagram: what flows from where to where, under the name that the algorithm gives it. */
export interface Edge {
  from: string;
  to: string;
  quantity: string;
}

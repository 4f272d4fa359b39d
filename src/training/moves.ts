import type { Seen } from '../core/moves';
import type { Turn } from '../systems/types';

/**
 * How a run's moves and pictures are computed and where its state lives: eagerly by TensorFlow.js, or in recorded programs.
 * The trainer knows this interface only.
 */
export interface Moves {
  /** One move. A watched one goes into the curves under that iteration; null: it is not watched. */
  move(turn: Turn, watchedAt: number | null): void;
  /** One move that is watched, with its loss and every quantity that the algorithm names. */
  inspect(turn: Turn, watchedAt: number): Promise<{ loss: number; seen: Seen[] }>;
  /** A live parameter has another value. */
  liveChanged(name: string): void;
  /** Samples [count, ...sample], model units, from latents [count, latent]. */
  generate(latents: Float32Array, count: number): Promise<Float32Array>;
  /** What a view of the system shows of samples [count, ...sample] in model units, or a scene (`scene:<id>`) of its input. */
  look(view: string, samples: Float32Array, count: number): Promise<Float32Array>;
  /** Every state array by `part/name`, in memory of its own. */
  capture(): Promise<Record<string, Float32Array>>;
  /** Puts state arrays back; they fit. */
  restore(arrays: Readonly<Record<string, Float32Array>>): void;
  dispose(): void;
}

/** What moves of either kind share with their trainer. */
export interface MoveHost {
  /** Present value of a live parameter. */
  liveNumber(name: string): number;
  /** Number of the present iteration, from 1. */
  iteration(): number;
  /** Told how many real samples were drawn. */
  drew(count: number): void;
}

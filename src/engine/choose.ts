import type { DataKind } from '../core/catalog';
import type { EngineChoice, EngineName } from '../core/run';

/** What the choice depends on. */
export interface EngineQuestion {
  choice: EngineChoice;
  kind: DataKind;
  convolutional: boolean;
}

export interface EngineDecision {
  name: EngineName;
  reason: 'forced' | 'tinyNets' | 'starting';
  /** Whether WebGL is worth a trial, if this machine has a GPU. */
  tryWebgl: boolean;
}

/**
 * Which engine a run starts on. A forced choice is honoured. `auto` always starts at once on replay: small nets are bound by
 * the cost of starting kernels, which it does without; only nets for pictures are worth a trial of WebGL. Whether there is a
 * GPU is asked there, in another worker: where WebGL is computed in software, the mere question takes a second.
 */
export function chooseEngine({ choice, kind, convolutional }: EngineQuestion): EngineDecision {
  if (choice !== 'auto') return { name: choice, reason: 'forced', tryWebgl: false };
  if (kind !== 'image' && !convolutional) return { name: 'replay', reason: 'tinyNets', tryWebgl: false };
  return { name: 'replay', reason: 'starting', tryWebgl: true };
}

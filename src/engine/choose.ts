import type { DataKind } from '../core/catalog';
import type { EngineChoice, EngineName } from '../core/run';
import type { WebglProbe } from './probe';

/** What the choice depends on. */
export interface EngineQuestion {
  choice: EngineChoice;
  kind: DataKind;
  convolutional: boolean;
  /** Null where WebGL was not looked for. */
  webgl: WebglProbe | null;
}

export interface EngineDecision {
  name: EngineName;
  reason: 'forced' | 'tinyNets' | 'noGpu' | 'softwareGl' | 'starting';
  /** Whether WebGL on this machine's GPU is worth a timed trial. */
  tryWebgl: boolean;
}

/**
 * Which engine a run starts on. A forced choice is honoured. `auto` always starts at once on replay: small nets are bound by
 * the cost of starting kernels, which it does without, and a machine without a GPU has only software WebGL, the slowest of
 * all. Only nets for pictures on a real GPU are worth a trial of WebGL.
 */
export function chooseEngine({ choice, kind, convolutional, webgl }: EngineQuestion): EngineDecision {
  if (choice !== 'auto') return { name: choice, reason: 'forced', tryWebgl: false };
  if (kind !== 'image' && !convolutional) return { name: 'replay', reason: 'tinyNets', tryWebgl: false };
  if (!webgl?.available) return { name: 'replay', reason: 'noGpu', tryWebgl: false };
  if (webgl.software) return { name: 'replay', reason: 'softwareGl', tryWebgl: false };
  return { name: 'replay', reason: 'starting', tryWebgl: true };
}

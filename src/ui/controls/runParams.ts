import type { ParamSpecs, ParamValues } from '../../core/params';
import { BATCH_LIMITS, ENGINES, type RunConfig, SEED_LIMITS } from '../../core/run';

/** The fields that every run has, declared like a system's parameters so that the same form draws them. */
export const RUN_PARAMS: ParamSpecs = {
  batchSize: { kind: 'int', default: 64, ...BATCH_LIMITS },
  seed: { kind: 'int', default: 1, ...SEED_LIMITS },
  engine: { kind: 'choice', default: 'auto', options: ENGINES },
};

/** The part of a configuration that {@link RUN_PARAMS} declares. */
export function runValues({ batchSize, seed, engine }: RunConfig): ParamValues {
  return { batchSize, seed, engine };
}

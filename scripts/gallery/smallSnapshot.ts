import { MovingAverage } from '../../src/nn/movingAverage';
import { Optimizer } from '../../src/nn/optimizers/optimizer';
import { packSnapshot, type Roughness, type RunState } from '../../src/training/snapshot';
import type { Trainer } from '../../src/training/trainer';

const MOST_BYTES = 300_000;
/** The finest and the coarsest step of rough weights that are tried, as shares of the weights' size. */
const FINEST = 0.03;
const COARSEST = 2;

/** What a rough snapshot leaves out: the memory of optimizers; and networks whose moving average there is become that. */
function roughness({ system }: Trainer, initial: Roughness['initial'], coarse: number): Roughness {
  const parts = Object.entries(system.parts);
  const optimizers = parts.filter(([, part]) => part instanceof Optimizer).map(([name]) => `${name}/`);
  const averages = parts.filter(([, part]) => part instanceof MovingAverage).map(([name]) => name);
  const same = averages.flatMap((name) => {
    const network = name.replace('average', '');
    return ['theta', 'moving'].map((variable) => [`${network}/${variable}`, `${name}/${variable}`]);
  });
  return {
    coarse,
    initial,
    // Moving variances are small beside moving means: one step for both would make them 0.
    exact: (name) => name.endsWith('/moving'),
    keeps: (name) => !optimizers.some((prefix) => name.startsWith(prefix)),
    same: Object.fromEntries(same),
  };
}

/**
 * The finest snapshot that is small enough to open at once. What fits is kept exactly; of larger networks the weights are kept
 * roughly, without the optimizers' memory.
 *
 * @param initial what variables are in a new run of that seed
 * @returns the file, and the step of its weights as a share of their size; null where it is exact
 */
export function smallSnapshot(
  trainer: Trainer,
  state: RunState,
  initial: Roughness['initial'],
): { file: Uint8Array; coarse: number | null } {
  const exact = packSnapshot(state);
  if (exact.length <= MOST_BYTES) return { file: exact, coarse: null };
  let [fine, coarse] = [FINEST, COARSEST];
  let file = packSnapshot(state, roughness(trainer, initial, fine));
  if (file.length <= MOST_BYTES) return { file, coarse: fine };
  for (let i = 0; i < 12; i++) {
    const middle = Math.sqrt(fine * coarse);
    file = packSnapshot(state, roughness(trainer, initial, middle));
    if (file.length > MOST_BYTES) fine = middle;
    else coarse = middle;
  }
  return { file: packSnapshot(state, roughness(trainer, initial, coarse)), coarse };
}

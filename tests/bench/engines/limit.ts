import { ADAM } from '../cases';
import { startKernels } from '../limit/kernels';
import { LimitStep } from '../limit/step';
import { type BenchEngine, type EngineSetup, Unavailable } from './types';

/** The step written by hand; with relaxed SIMD where the engine has it. */
export async function limitEngine({ one, pool, limit }: EngineSetup): Promise<BenchEngine> {
  if (one.objective !== 'non-saturating') throw new Unavailable('no step was written by hand for this objective');
  const relaxed = WebAssembly.validate(limit.relaxed as Uint8Array<ArrayBuffer>);
  const kernels = await startKernels(relaxed ? limit.relaxed : limit.plain);
  const step = new LimitStep(kernels, { ...one, adam: ADAM, pool: pool.scaled, seed: 1 });
  step.initialise();
  return {
    kernels: null,
    bytes: () => step.bytes,
    note: relaxed ? 'relaxed SIMD' : 'plain SIMD',
    async run(steps) {
      for (let i = 0; i < steps; i++) step.step();
      if (!Number.isFinite(step.lossD + step.lossG)) throw new Error('a loss is not a number');
    },
  };
}

import type { RunConfig } from '../../../src/core/run';
import type { Dataset } from '../../../src/data/types';
import type { Executor, MakeExecutor } from '../../../src/engine/replay/executor';
import { SYSTEMS } from '../../../src/systems';
import { Trainer } from '../../../src/training/trainer';
import { countKernels, keptBytes } from './stock';
import type { BenchEngine, EngineSetup } from './types';

/** The app's loop reads its losses after slices of this length. */
const SLICE_MS = 20;

/** The data set, but out of the pool: a run of samples from a random place. */
function pooled({ pool, one }: EngineSetup): Dataset {
  const width = pool.samples.length / pool.count;
  return {
    ...pool.dataset,
    sample: (stream, count) => {
      const first = stream.below(pool.count - one.batchSize) * width;
      return { x: pool.samples.slice(first, first + count * width) };
    },
  };
}

/** Makes executors that tell of themselves, and of the instructions of the moves that nobody watches. */
function counted(make: MakeExecutor, compiled: { executor?: Executor; operations: number }): MakeExecutor {
  return (state) => {
    const executor = make(state);
    const compile = executor.compile.bind(executor);
    executor.compile = (graphs) => {
      const programs = compile(graphs);
      // A turn's two programs come one after the other, the watched one second.
      for (const [i, { operations }] of programs.entries()) if (i % 2 === 0) compiled.operations += operations;
      return programs;
    };
    compiled.executor = executor;
    return executor;
  };
}

/** The project's own trainer on the engine that runs. */
export async function projectEngine(
  setup: EngineSetup,
  engine: RunConfig['engine'],
  makeExecutor?: MakeExecutor,
): Promise<BenchEngine> {
  const config: RunConfig = { ...setup.one.config, engine };
  const definition = SYSTEMS.find(({ id }) => id === config.system);
  if (!definition) throw new Error(`no system ${config.system}`);
  const compiled: { executor?: Executor; operations: number } = { operations: 0 };
  const trainer = new Trainer({
    config,
    definition,
    dataset: pooled(setup),
    makeExecutor: makeExecutor && counted(makeExecutor, compiled),
  });
  trainer.iterate();
  await trainer.recorder.flush();
  const { executor } = compiled;
  return {
    kernels: executor ? compiled.operations : await countKernels(() => trainer.iterate()),
    bytes: () => executor?.bytes ?? keptBytes(),
    note: '',
    async run(steps) {
      let start = performance.now();
      for (let i = 0; i < steps; i++) {
        trainer.iterate();
        if (performance.now() - start < SLICE_MS) continue;
        await trainer.recorder.flush();
        start = performance.now();
      }
      await trainer.recorder.flush();
    },
  };
}

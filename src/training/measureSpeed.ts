import { captureRun, restoreRun } from './snapshot';
import type { Trainer } from './trainer';

/** Iterations a second over at most that many seconds of training, which is then undone. */
export async function measureSpeed(trainer: Trainer, engine: string, seconds: number): Promise<number> {
  const before = await captureRun(trainer, engine);
  trainer.iterate(); // the first one compiles shaders
  await trainer.recorder.flush();
  const start = performance.now();
  let count = 0;
  while (count === 0 || performance.now() - start < seconds * 1000) {
    trainer.iterate();
    count += 1;
    if (count % 10 === 0 || trainer.dataset.info.kind === 'image') await trainer.recorder.flush();
  }
  await captureRun(trainer, engine); // waits for queued work
  const elapsed = (performance.now() - start) / 1000;
  restoreRun(trainer, before);
  return count / elapsed;
}

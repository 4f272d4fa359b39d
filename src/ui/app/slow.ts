import { microSteps } from '../game/steps';
import { fail, type Lab } from './lab';

/**
 * One micro-step further: the next of the present move, or the first of the next one, which the worker makes as a whole.
 * The stage stays as it was before the move until the micro-step that moves the weights.
 */
export async function microStep(lab: Lab): Promise<void> {
  const { run, slow, status } = lab.store.getState();
  if (!run || status.phase === 'failed' || lab.moving) return;
  const count = slow ? microSteps(slow.report, run.flow).length : 0;
  if (slow && slow.step + 1 < count) {
    const step = slow.step + 1;
    lab.store.setState({ slow: { ...slow, step } });
    if (step === count - 1) lab.client.command({ type: 'look' });
    return;
  }
  const { generation } = lab;
  lab.moving = true;
  try {
    const report = await lab.client.move();
    if (generation === lab.generation) lab.store.setState({ slow: { report, step: 0 }, replaying: false });
  } catch (thrown) {
    fail(lab, thrown, 'run');
  } finally {
    lab.moving = false;
  }
}

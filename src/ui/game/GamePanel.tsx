import { useApp } from '../store';
import { Diagram } from './Diagram';
import { SlowMotion } from './SlowMotion';
import { microSteps } from './steps';
import './game.css';

/** The game itself: its diagram, and slow motion through the algorithm. */
export default function GamePanel() {
  const run = useApp((app) => app.run);
  const slow = useApp((app) => app.slow);
  if (!run) return null;
  const step = slow ? (microSteps(slow.report, run.flow)[slow.step] ?? null) : null;
  return (
    <section className="game">
      <Diagram run={run} slow={slow} step={step} />
      <SlowMotion run={run} slow={slow} step={step} />
    </section>
  );
}

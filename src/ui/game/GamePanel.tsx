import { useState } from 'react';
import { useApp } from '../store';
import { Diagram } from './Diagram';
import { Inside } from './Inside';
import { SlowMotion } from './SlowMotion';
import { microSteps } from './steps';
import './game.css';

/** The game itself: its diagram, and slow motion through the algorithm. */
export default function GamePanel() {
  const run = useApp((app) => app.run);
  const slow = useApp((app) => app.slow);
  const [opened, setOpened] = useState<string | null>(null);
  if (!run) return null;
  const step = slow ? (microSteps(slow.report, run.flow)[slow.step] ?? null) : null;
  return (
    <section className="game">
      <Diagram run={run} slow={slow} step={step} opened={opened} onOpen={setOpened} />
      {opened && <Inside key={opened} network={opened} />}
      <SlowMotion run={run} slow={slow} step={step} />
    </section>
  );
}

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edge, OpenedRun } from '../../worker/protocol';
import { formatCount } from '../controls/numbers';
import { useWords } from '../controls/words';
import { readPalette } from '../stage/palette';
import type { SlowMotion } from '../state';
import { appStore, useApp } from '../store';
import { drawArtefact } from './artefacts';
import { BELOW, type Course, coursesOf, NODE, PITCH } from './lanes';
import { type Arrow, arrows, goesBack, layout, type Placed } from './layout';
import { isActive, type MicroStep } from './steps';

/** Miniatures are drawn again at most this often. */
const EVERY_MS = 250;

interface DiagramProps {
  run: OpenedRun;
  slow: SlowMotion | null;
  /** The micro-step that is shown; null while nobody plays slowly. */
  step: MicroStep | null;
  /** The network whose layers are shown. */
  opened: string | null;
  onOpen(network: string | null): void;
}

/** The system's own flow as a picture: nodes with what they hold at this moment, and arrows that move while it trains. */
export function Diagram({ run, slow, step, opened, onOpen }: DiagramProps) {
  const { t } = useTranslation();
  const running = useApp((app) => app.status.phase === 'running');
  const placed = layout(run.flow);
  const all = arrows(run.flow);
  const courses = coursesOf(all, placed);
  const columns = Math.max(...placed.map(({ column }) => column)) + 1;
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const [width, height] = [(columns - 1) * PITCH.x + NODE.width, (rows - 1) * PITCH.y + NODE.height + BELOW];
  const playerOf = (name: string) => playerAt(run.flow, name);
  const active = (edge: Edge) => step !== null && slow !== null && isActive(edge, step, slow.report.player);
  return (
    <div className="game-diagram" style={{ aspectRatio: `${width} / ${height}` }} data-running={running}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {all.map((arrow, i) => (
          <ArrowPath
            key={`${arrow.from}-${arrow.to}`}
            arrow={arrow}
            course={courses[i] as Course}
            player={playerOf(arrow.back ? arrow.to : arrow.from)}
            active={arrow.edges.some(active)}
          />
        ))}
      </svg>
      <ul aria-label={t('game.diagram')}>
        {placed.map((node) => (
          <Node
            key={node.name}
            node={node}
            player={playerOf(node.name)}
            run={run}
            slow={slow}
            opened={opened === node.name}
            onOpen={() => onOpen(opened === node.name ? null : node.name)}
            active={
              step?.at === node.name ||
              run.flow.some((edge) => edge.to === node.name && step?.at === 'update' && active(edge))
            }
            box={{
              left: `${(100 * node.column * PITCH.x) / width}%`,
              top: `${(100 * node.row * PITCH.y) / height}%`,
              width: `${(100 * NODE.width) / width}%`,
              height: `${(100 * NODE.height) / height}%`,
            }}
          />
        ))}
      </ul>
    </div>
  );
}

/** The player whose gradient flows to that node. */
const playerAt = (flow: readonly Edge[], name: string): string | null =>
  flow.find((edge) => edge.to === name && goesBack(edge))?.quantity.split('/')[1] ?? null;

interface ArrowPathProps {
  arrow: Arrow;
  course: Course;
  /** Who learns at the end that gives it its colour; null for data, noise and losses. */
  player: string | null;
  active: boolean;
}

function ArrowPath({ arrow, course, player, active }: ArrowPathProps) {
  const { words } = useWords();
  const { path, end, up, label, lean } = course;
  const [x, y] = end;
  return (
    <g
      className={`game-arrow ${player ? `player-${player}` : `node-${arrow.from}`}`}
      data-active={active}
      data-back={arrow.back || undefined}
    >
      <path d={path} />
      <path className="head" d={up ? `M ${x} ${y} l -5 9 h 10 Z` : `M ${x} ${y} l -9 -5 v 10 Z`} />
      {arrow.edges.map(({ quantity }, i) => (
        <text key={quantity} x={label[0]} y={label[1] + lean * i}>
          {arrow.back ? '∇' : words(`game.letters.${quantity}`, {}, quantity)}
        </text>
      ))}
    </g>
  );
}

const lastLoss = (column: readonly number[] | undefined): string =>
  column?.findLast(Number.isFinite)?.toFixed(2) ?? '—';

interface NodeProps {
  node: Placed;
  /** Who learns in it; null for data, noise and losses. */
  player: string | null;
  run: OpenedRun;
  slow: SlowMotion | null;
  active: boolean;
  box: React.CSSProperties;
  /** Whether its layers are shown. */
  opened: boolean;
  onOpen(): void;
}

function Node({ node: { name }, player, run, slow, active, box, opened, onOpen }: NodeProps) {
  const { t } = useTranslation();
  const { words, language } = useWords();
  const title = words(`game.nodes.${name}`, {}, name);
  const canvas = useRef<HTMLCanvasElement>(null);
  const report = slow?.report ?? null;
  const losses = useApp(({ curves }) =>
    run.turns
      .map((player) => lastLoss(curves.columns[run.curves.findIndex(({ id }) => id === `loss/${player}`)]))
      .join(' · '),
  );
  useEffect(() => {
    const draw = () => canvas.current && drawArtefact(canvas.current, name, appStore.getState(), report, readPalette());
    draw();
    let last = appStore.getState().stage;
    const timer = setInterval(() => {
      const { stage } = appStore.getState();
      if (stage !== last) draw();
      last = stage;
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [name, report]);
  const counted = name === 'G' ? 'generator' : name === 'D' ? 'discriminator' : null;
  const count = counted ? run.parameters[counted] : undefined;
  const given = run.flow.filter(({ from }) => from === name);
  // A code that is given beside z is no part of N(0, I).
  const letter = given[0]?.quantity.split(',')[0] ?? '';
  const gives = given.map(({ quantity, to }) => t('game.gives', { quantity, to }));
  return (
    <li className={`game-node node-${name} ${player ? `player-${player}` : ''}`} style={box} data-active={active}>
      {count === undefined ? (
        <b>{title}</b>
      ) : (
        <button type="button" aria-expanded={opened} title={t('game.inside', { network: title })} onClick={onOpen}>
          {title}
        </button>
      )}
      {name === 'loss' ? <span className="tabular">{losses}</span> : <canvas ref={canvas} />}
      {count !== undefined && <small>{t('game.weights', { count: formatCount(count, language) as never })}</small>}
      {name === 'noise' && (
        <small>{t('game.prior', { letter, count: run.config.systemParams['latentSize'] as number })}</small>
      )}
      <span className="for-readers">{gives.join('; ')}</span>
    </li>
  );
}

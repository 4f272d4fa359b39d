import { isLayerCurve } from '../../core/curves';
import type { Edge, MoveReport, Seen } from '../../worker/protocol';

/** One micro-step of a move: what a node of the diagram just did, and the quantities that came of it. */
export interface MicroStep {
  /** A node of the flow, or one of the three steps that end every move. */
  at: string;
  seen: readonly Seen[];
}

/** What a move ends with, whatever the system. */
export const LAST_STEPS = ['loss', 'gradient', 'update'] as const;

const isGradient = (name: string): boolean => name.startsWith('gradient/');

/** The micro-steps of a move in the order of the flow: each source's quantities, then loss, gradient and update. */
export function microSteps({ seen, loss }: Pick<MoveReport, 'seen' | 'loss'>, flow: readonly Edge[]): MicroStep[] {
  const sources = [...new Set(flow.filter(({ quantity }) => !isGradient(quantity)).map(({ from }) => from))];
  const steps = sources.flatMap((at): MicroStep[] => {
    const own = flow.filter(({ from }) => from === at).map(({ quantity }) => quantity);
    const found = seen.filter(({ name }) => own.includes(name));
    return found.length > 0 ? [{ at, seen: found }] : [];
  });
  return [
    ...steps,
    { at: 'loss', seen: [{ name: 'loss', shape: [], values: Float32Array.of(loss) }] },
    { at: 'gradient', seen: seen.filter(({ name }) => isGradient(name) || isLayerCurve(name)) },
    { at: 'update', seen: [] },
  ];
}

/** Whether an edge carries what that micro-step of that player's move is about. */
export function isActive({ from, quantity }: Edge, step: MicroStep, player: string): boolean {
  if (step.at === 'gradient' || step.at === 'update') return quantity === `gradient/${player}`;
  return from === step.at && step.seen.some(({ name }) => name === quantity);
}

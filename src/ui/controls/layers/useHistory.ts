import { useState } from 'react';
import type { Layers } from './edits';

const MAX_STEPS = 50;

export interface History {
  /** Commits an edited network. */
  edit(next: Layers): void;
  undo(): void;
  canUndo: boolean;
}

/** Edits of one network that can be taken back. A network that came from elsewhere (preset, reset) starts anew. */
export function useHistory(value: Layers, onChange: (next: Layers) => void): History {
  const [past, setPast] = useState<{ steps: readonly Layers[]; now: string }>({ steps: [], now: '' });
  const own = past.now === JSON.stringify(value);
  const steps = own ? past.steps : [];
  const commit = (next: Layers, before: readonly Layers[]) => {
    setPast({ steps: before.slice(-MAX_STEPS), now: JSON.stringify(next) });
    onChange(next);
  };
  return {
    edit: (next) => next !== value && commit(next, [...steps, value]),
    undo: () => {
      const last = steps.at(-1);
      if (last) commit(last, steps.slice(0, -1));
    },
    canUndo: steps.length > 0,
  };
}

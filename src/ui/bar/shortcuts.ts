import { useEffect } from 'react';
import { appStore, useApp } from '../store';
import { seekBy } from '../time/seekBy';

/** Keys of the transport, as the help lists them: the key's name and the word for what it does. */
export const SHORTCUTS = [
  { keys: ['Space'], does: 'togglePlay' },
  { keys: ['→'], does: 'step' },
  { keys: ['↑'], does: 'stepDiscriminator' },
  { keys: ['↓'], does: 'stepGenerator' },
  { keys: [','], does: 'earlier' },
  { keys: ['.'], does: 'later' },
  { keys: ['R'], does: 'reset' },
  { keys: ['N'], does: 'newSeed' },
] as const;

/** Whether the key belongs to what has the focus: a field, a slider, an open menu, a button under Space. */
export function isTaken(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (!target?.closest) return false;
  if (event.key === ' ' && target.closest('button, a, summary, [role="button"]')) return true;
  // A slider wants the keys that move it, but no letters.
  if (target.matches('[role="slider"]')) return event.key.length > 1;
  const own = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="tab"]';
  return target.closest(own) !== null;
}

/** Plays, pauses and steps by keyboard, wherever the focus is, except where the key means something else. */
export function useShortcuts(): void {
  const toggle = useApp((app) => app.toggle);
  const step = useApp((app) => app.step);
  const reset = useApp((app) => app.reset);
  const newSeed = useApp((app) => app.newSeed);
  useEffect(() => {
    const actions: Record<string, () => void> = {
      ' ': toggle,
      ArrowRight: () => step(),
      ArrowUp: () => step('discriminator'),
      ArrowDown: () => step('generator'),
      ',': () => seekBy(-1),
      '.': () => seekBy(1),
      r: () => void reset(),
      n: () => void newSeed(),
    };
    const onKey = (event: KeyboardEvent): void => {
      const action = actions[event.key];
      if (
        !action ||
        appStore.getState().duel ||
        isTaken(event) ||
        (event.repeat && !/^(Arrow.*|[,.])$/.test(event.key))
      )
        return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [toggle, step, reset, newSeed]);
}

import { useEffect } from 'react';
import type { AppStore } from '../state';
import { appStore } from '../store';
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
  // So does what scrolls; it leaves Space to the transport, for a click alone gives it the focus.
  if (/^Arrow(Up|Down)$/.test(event.key) && target.closest('.stage-scroll')) return true;
  const own = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="tab"]';
  return target.closest(own) !== null;
}

/** Whether the key is held down and must not act again: only steps, and those through time, may follow one another. */
export const isHeld = ({ repeat, key }: Pick<KeyboardEvent, 'repeat' | 'key'>): boolean =>
  repeat && !/^(Arrow.*|[,.])$/.test(key);

/** What a key does to the open run; null where it means nothing there. */
export function actionOf(key: string, app: AppStore): (() => void) | null {
  // A move of a player that the system does not have would count an iteration in which nothing happens.
  const move = (player: string) => (app.run?.turns.includes(player) ? () => app.step(player) : null);
  switch (key) {
    case ' ':
      return app.toggle;
    case 'ArrowRight':
      return () => app.step();
    case 'ArrowUp':
      return move('discriminator');
    case 'ArrowDown':
      return move('generator');
    case ',':
      return () => seekBy(-1);
    case '.':
      return () => seekBy(1);
    case 'r':
      return () => void app.reset();
    case 'n':
      return () => void app.newSeed();
    default:
      return null;
  }
}

/** Plays, pauses and steps by keyboard, wherever the focus is, except where the key means something else. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const app = appStore.getState();
      const action = actionOf(event.key, app);
      if (!action || app.duel || isTaken(event) || isHeld(event)) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

import { describe, expect, it } from 'vitest';
import { startLab } from '../../src/ui/app/start';
import { actionOf, isHeld, isTaken } from '../../src/ui/bar/shortcuts';
import { obeyKey } from '../../src/ui/duel/DuelTransport';
import { fakeLab } from './fakeLab';

/** A key pressed while something inside an element of that class has the focus. */
function pressed(key: string, inside = '', repeat = false): KeyboardEvent {
  const target = { matches: () => false, closest: (selector: string) => (selector === inside ? target : null) };
  return { key, target, repeat, preventDefault: () => {} } as unknown as KeyboardEvent;
}

describe('the keys of the transport', () => {
  it('move the players that the run has, and mean nothing for others', async () => {
    const { lab, app, commands } = fakeLab();
    await startLab(lab);
    commands.splice(0);
    expect(app().run?.turns).toEqual(['generator']);
    actionOf('ArrowDown', app())?.();
    expect(actionOf('ArrowUp', app())).toBeNull();
    actionOf('ArrowRight', app())?.();
    expect(commands).toEqual([{ type: 'step', player: 'generator' }, { type: 'step' }]);
  });

  it('leave a region that scrolls its arrows, and nothing else', () => {
    expect(
      ['ArrowUp', 'ArrowDown', 'ArrowRight', ' ', 'r'].map((key) => isTaken(pressed(key, '.stage-scroll'))),
    ).toEqual([true, true, false, false, false]);
    expect(isTaken(pressed('ArrowUp'))).toBe(false);
  });

  it('act once while they are held down, but for steps', () => {
    const held = [' ', 'r', 'n', 'ArrowRight', 'ArrowUp', ',', '.'].filter((key) => isHeld(pressed(key, '', true)));
    expect(held).toEqual([' ', 'r', 'n']);
  });

  it('do so in a duel too', () => {
    const done: string[] = [];
    const duel = {
      toggle: () => void done.push('toggle'),
      step: () => void done.push('step'),
      restart: async () => void done.push('restart'),
      newSeed: async () => void done.push('newSeed'),
    };
    for (const key of ['r', ' ', 'ArrowRight'])
      for (const repeat of [false, true]) obeyKey(duel, pressed(key, '', repeat));
    expect(done).toEqual(['restart', 'toggle', 'step', 'step']);
  });
});

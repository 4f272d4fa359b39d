import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Contender, Duel } from './duel';

/** Something of each contender; renders anew only where that changes, and not with every picture. */
export const useEach = <T>(duel: Duel, of: (one: Contender) => T): T[] =>
  useStore(
    duel.store,
    useShallow((state) => state.contenders.map(of)),
  );

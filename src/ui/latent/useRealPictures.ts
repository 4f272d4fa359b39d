import { useMemo } from 'react';
import type { OpenedRun } from '../../worker/protocol';
import { appStore, useApp } from '../store';

/** The first bytes of the stage's real pictures, which stay the same throughout a run; all of them where no length is given. */
export function useRealPictures(run: OpenedRun, length?: number): Uint8Array | null {
  const there = useApp((app) => app.stage?.kind === 'image');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run brings other pictures
  return useMemo(() => {
    const { stage } = appStore.getState();
    return there && stage?.kind === 'image' ? stage.real.slice(0, length) : null;
  }, [there, run, length]);
}

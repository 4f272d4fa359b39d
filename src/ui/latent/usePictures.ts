import { useMemo } from 'react';
import type { Channel } from '../../worker/protocol';
import { useApp } from '../store';
import { useNowAndThen } from '../useNowAndThen';
import { useNewest } from './useNewest';
import { type Latent, pack } from './vectors';

/** While the run trains, pictures are made anew at most so often: each time it stops for them. */
const EVERY_MS = 700;
const NONE: readonly Channel[] = [];

/** A number that changes, not too often, whenever the run has gone on. */
export const useProgress = (): number => useNowAndThen(EVERY_MS, (app) => app.status.iteration);

/** Pictures, and of which latents they are. */
export interface MadePictures {
  latents: readonly Latent[];
  bytes: Uint8Array;
}

/** What the run's G makes of latents, without some of its channels; it follows the training. The list's identity counts. */
export function usePictures(latents: readonly Latent[], off: readonly Channel[] = NONE): MadePictures | null {
  const generate = useApp((app) => app.generatePictures);
  const progress = useProgress();
  const run = useApp((app) => app.run);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question is asked anew when the run has gone on
  const question = useMemo(() => (latents.length > 0 ? { latents, off } : null), [latents, off, progress, run]);
  const last = useNewest(question, (asked) => generate(pack(asked.latents), asked.off));
  return last && { latents: last.question.latents, bytes: last.answer };
}

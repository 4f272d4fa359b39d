import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { mean } from '../../core/statistics';
import { meaningOf } from '../stage/meaning';
import { useApp } from '../store';
import { useNewest } from './useNewest';
import { useProgress } from './usePictures';

/** What D says of pictures on average, in words; null where there is no D, or nothing known yet. The array's identity counts. */
export function useBelief(pictures: Uint8Array | null): string | null {
  const { t } = useTranslation();
  const judge = useApp((app) => app.judgePictures);
  const run = useApp((app) => app.run);
  const meaning = useApp(meaningOf);
  const progress = useProgress();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question is asked anew when the run has gone on
  const question = useMemo(() => pictures && { pictures }, [pictures, progress, run]);
  const scores = useNewest(question, (asked) => judge(asked.pictures))?.answer;
  if (!scores) return null;
  const values = meaning === 'logit' ? scores.map((score) => 1 / (1 + Math.exp(-score))) : scores;
  return t('latent.belief', { value: mean(values).toFixed(3) });
}

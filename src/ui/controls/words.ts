import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemRecord } from '../../core/problem';

/** Looks words up by a key made while the program runs (`params.k.label`); `otherwise`, or the key itself, if missing. */
export type Words = (key: string, values?: Record<string, string | number>, otherwise?: string) => string;

/** Where the words of parameters lie: those of systems and runs, of data sets, and of faces. */
export type WordSection = 'params' | 'params.data' | 'faces';

/** Words for ids that come from the catalog. A missing one shows as its id, never as nothing. */
export function useWords(): { words: Words; language: string } {
  const { t, i18n } = useTranslation();
  const words = useCallback<Words>(
    (key, values = {}, otherwise = key) => String(t(key as never, { ...values, defaultValue: otherwise } as never)),
    [t],
  );
  return { words, language: i18n.language };
}

/** The sentence of a problem. */
export const sentence = (words: Words, { code, values }: ProblemRecord): string =>
  words(`problems.${code}`, values, code);

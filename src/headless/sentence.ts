import i18next from 'i18next';
import type { ProblemRecord } from '../core/problem';
import en from '../locales/en';

const words = i18next.createInstance();
void words.init({
  lng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The sentence of a problem, in English. */
export function sentence({ code, values }: ProblemRecord): string {
  return words.t(`problems.${code}`, values);
}

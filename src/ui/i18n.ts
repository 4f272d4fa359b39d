import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../locales/en';

/** Languages of the interface, each with its own name in itself. English is the truth; others are checked against it. */
export const languages = [{ id: 'en', name: 'English' }] as const;

/** All words live in one namespace: `t('bar.play')` is `play` of `src/locales/<language>/bar.ts`. */
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

export default i18next;

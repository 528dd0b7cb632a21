import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { TextsOf } from './catalogue.ts';
import common from './en/common.json';
import shell from './en/shell.json';

const files = import.meta.glob<{ readonly default: object }>('./en/*.json');

/** English is the only catalogue so far; another language is another folder and a line here. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    ns: ['common', 'shell'],
    defaultNS: 'common',
    resources: { en: { common, shell } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Fetches a screen's texts beside its code, so that it never paints without words. */
export async function loadTexts(screen: TextsOf): Promise<void> {
  if (i18next.hasResourceBundle('en', screen)) return;
  const load = files[`./en/${screen}.json`];
  if (load !== undefined) i18next.addResourceBundle('en', screen, (await load()).default, true, true);
}

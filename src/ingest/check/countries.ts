import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries';

/** Names of countries in these languages are understood, besides codes. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'no', 'fi'] as const;

/** What shops write that no list of names holds. `XK` is the user-assigned code for Kosovo that most systems use. */
const aliases: Readonly<Record<string, string>> = {
  eire: 'IE',
  'republic of ireland': 'IE',
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  usa: 'US',
  'u s': 'US',
  'u s a': 'US',
  america: 'US',
  'united states of america': 'US',
  rsa: 'ZA',
  'channel islands': 'JE',
  korea: 'KR',
  'south korea': 'KR',
  russia: 'RU',
  czechia: 'CZ',
  'czech republic': 'CZ',
  holland: 'NL',
  'the netherlands': 'NL',
  uae: 'AE',
  vietnam: 'VN',
  macedonia: 'MK',
  turkey: 'TR',
  turkiye: 'TR',
  taiwan: 'TW',
  'hong kong': 'HK',
  'hong kong sar': 'HK',
  kosovo: 'XK',
  deutschland: 'DE',
  'ivory coast': 'CI',
  burma: 'MM',
  swaziland: 'SZ',
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Reads ISO 3166-1 alpha-2 out of a code or a name in any of the languages above; null when unknown.
 * The Channel Islands have no code of their own: Jersey, the larger, stands for them.
 */
export function countryReader(): (text: string) => string | null {
  const names = allNames();
  return (text) => {
    const upper = text.trim().toUpperCase();
    const words = plain(text);
    // A country called `constructor` must not find what every object has.
    if (Object.hasOwn(aliases, words)) return aliases[words] ?? null;
    if (/^[A-Z]{2}$/.test(upper)) return countries.isValid(upper) ? upper : null;
    if (/^[A-Z]{3}$/.test(upper)) return countries.alpha3ToAlpha2(upper) ?? null;
    return names.get(words) ?? null;
  };
}

function allNames(): ReadonlyMap<string, string> {
  const require = createRequire(import.meta.url);
  const found = new Map<string, string>();
  for (const language of languages) {
    const locale = require(`i18n-iso-countries/langs/${language}.json`) as { readonly countries: Readonly<Record<string, string | readonly string[]>> };
    for (const [code, written] of Object.entries(locale.countries)) {
      for (const name of typeof written === 'string' ? [written] : written) if (!found.has(plain(name))) found.set(plain(name), code);
    }
  }
  return found;
}

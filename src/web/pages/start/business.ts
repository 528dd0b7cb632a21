import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { countryOf, currencyOf } from './place.ts';

export const workspaceQuery = queryOptions({
  queryKey: key('settings', 'workspace'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/workspace', { signal })),
});

export type WorkspaceSettings = { readonly name: string; readonly currency: string; readonly zone: string; readonly country: string | null };

/** While nothing is imported, this device's own zone, the country that has it and that country's money are better first guesses than the installation's. */
export function firstGuess(known: WorkspaceSettings): WorkspaceSettings {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!Intl.supportedValuesOf('timeZone').includes(zone)) return known;
  const country = countryOf(
    zone,
    countries().map(({ value }) => value),
  );
  return country === undefined ? { ...known, zone } : { ...known, zone, country, currency: currencyOf(country) ?? known.currency };
}

export const currencyName = (code: string): string => new Intl.DisplayNames(navigator.language, { type: 'currency' }).of(code) ?? code;

/** Every country that the browser has a name for, by name. */
export function countries(): { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(navigator.language, { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`)).filter((code) => !notCountries.has(code));
  return codes
    .flatMap((value) => {
      const label = names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** Groups of countries, former ones and stand-ins that have a code and a name, too. */
const notCountries: ReadonlySet<string> = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FQ',
  'FX',
  'HV',
  'NH',
  'NQ',
  'NT',
  'PC',
  'PU',
  'PZ',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'WK',
  'YD',
  'YU',
  'ZR',
]);

import type { WhereTheyBuy } from '../insights-query.ts';

/** A place in this browser's language, with its country where the name alone could be anywhere; undefined where it is not known. */
export function placeName(
  { country, region, city }: Pick<WhereTheyBuy['places'][number], 'country' | 'region' | 'city'>,
  level: WhereTheyBuy['level'],
): string | undefined {
  const land = country === null ? undefined : countryName(country);
  const name = level === 'city' ? city : level === 'region' ? region : null;
  if (level === 'country') return land;
  if (name === null) return undefined;
  return land === undefined ? name : `${name}, ${country ?? ''}`;
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(navigator.language, { type: 'region' }).of(code) ?? code;
  } catch {
    // Not every country that a file names is a code.
    return code;
  }
}

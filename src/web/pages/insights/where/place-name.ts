import { nameOf } from '../../../components/format/name-of.ts';
import type { WhereTheyBuy } from '../insights-query.ts';

/** A place in this browser's language, with its country where the name alone could be anywhere; undefined where it is not known. */
export function placeName(
  { country, region, city }: Pick<WhereTheyBuy['places'][number], 'country' | 'region' | 'city'>,
  level: WhereTheyBuy['level'],
): string | undefined {
  const land = country === null ? undefined : nameOf('region', country);
  const name = level === 'city' ? city : level === 'region' ? region : null;
  if (level === 'country') return land;
  if (name === null) return undefined;
  return land === undefined ? name : `${name}, ${land}`;
}

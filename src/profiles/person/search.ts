import { join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { folded } from './people.ts';

export type Found = {
  /** Profiles that have exactly this as a name or identifier: they come first. */
  readonly exactly: Int32Array;
  /** All that were found, in order of their numbers. */
  readonly profiles: Int32Array;
};

/**
 * Who is meant by part of a name or of any identifier, letter case and accents ignored; of several words each must be found. Digits also find phones
 * written otherwise, and where nobody is found, the number of an order finds who placed it. `wholeOnly` finds nobody by a part: for
 * those who may not see what they would be guessing.
 */
export async function searchPeople(warehouse: Warehouse, typed: string, wholeOnly = false): Promise<Found> {
  const text = typed.trim();
  const found = wholeOnly ? same(await byWholeIdentifier(warehouse, text)) : await byParts(warehouse, text);
  if (found.profiles.length > 0) return found;
  const placed = await byOrder(warehouse, text);
  return same(placed);
}

const same = (profiles: Int32Array): Found => ({ exactly: profiles, profiles });

/** A name is no identifier: who may not see names can not ask whether somebody is called so. */
const byWholeIdentifier = (warehouse: Warehouse, text: string): Promise<Int32Array> =>
  warehouse.integers(sql`select distinct profile from identifiers where profile is not null and lower(value) = lower(${text}) order by profile`);

async function byParts(warehouse: Warehouse, text: string): Promise<Found> {
  const words = text.split(/\s+/u).slice(0, mostWords);
  const every = join(
    words.map((word) => sql`contains(words, ${folded(sql`${word}`)})`),
    ' and ',
  );
  const digits = /^[+\d\s()./-]+$/.test(text) ? text.replaceAll(/\D/g, '').replace(/^0+/, '') : '';
  // `01632 960` is how people write what is kept as `+441632960…`.
  const phone = digits.length >= fewestDigits && digits !== text ? sql` or contains(words, ${digits})` : sql``;
  const line = sql`chr(10) || ${folded(sql`${text}`)} || chr(10)`;
  // One pass tells both: whoever is called exactly so comes as a negative number.
  const found = await warehouse.integers(
    sql`select case when contains(words, ${line}) then -profile else profile end as profile from people where (${every})${phone} order by abs(profile)`,
  );
  return { exactly: found.filter((profile) => profile < 0).map(Math.abs), profiles: found.map(Math.abs) };
}

const mostWords = 8;
const fewestDigits = 4;

async function byOrder(warehouse: Warehouse, text: string): Promise<Int32Array> {
  const number = text.replace(/^#/, '');
  if (!/\d/.test(number)) return new Int32Array();
  return warehouse.integers(
    sql`select distinct profile from orders where order_id in (${text}, ${number}, ${`#${number}`}) and profile is not null order by profile`,
  );
}

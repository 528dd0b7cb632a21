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
  const exactly = wholeOnly ? await byWholeIdentifier(warehouse, text) : await byLine(warehouse, text);
  const profiles = wholeOnly ? exactly : await byParts(warehouse, text);
  if (profiles.length > 0) return { exactly, profiles };
  const placed = await byOrder(warehouse, text);
  return { exactly: placed, profiles: placed };
}

const byLine = (warehouse: Warehouse, text: string): Promise<Int32Array> =>
  warehouse.integers(sql`select profile from people where contains(words, chr(10) || ${folded(sql`${text}`)} || chr(10)) order by profile`);

/** A name is no identifier: who may not see names can not ask whether somebody is called so. */
const byWholeIdentifier = (warehouse: Warehouse, text: string): Promise<Int32Array> =>
  warehouse.integers(sql`select distinct profile from identifiers where profile is not null and lower(value) = lower(${text}) order by profile`);

async function byParts(warehouse: Warehouse, text: string): Promise<Int32Array> {
  const words = text.split(/\s+/u).slice(0, mostWords);
  const every = join(
    words.map((word) => sql`contains(words, ${folded(sql`${word}`)})`),
    ' and ',
  );
  const digits = /^[+\d\s()./-]+$/.test(text) ? text.replaceAll(/\D/g, '').replace(/^0+/, '') : '';
  // `01632 960` is how people write what is kept as `+441632960…`.
  const phone = digits.length >= fewestDigits && digits !== text ? sql` or contains(words, ${digits})` : sql``;
  return warehouse.integers(sql`select profile from people where (${every})${phone} order by profile`);
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

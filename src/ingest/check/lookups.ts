import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { countryReader } from './countries.ts';
import { phoneNumber } from './phones.ts';

/** Phones and countries are read in JavaScript, once per distinct text, and joined back as a table `(raw, value)`. */
export type Lookup = { readonly table: string };

export async function lookUp(warehouse: Warehouse, table: string, cell: Fragment, from: Fragment, read: (text: string) => string | null): Promise<Lookup> {
  const found: (readonly [string, string | null])[] = [];
  await warehouse.chunks(sql`select distinct ${cell} as raw from ${from}`, ([column], count) => {
    for (let index = 0; index < count; index += 1) {
      const raw = column?.values[index];
      if (typeof raw === 'string') found.push([raw, read(raw)]);
    }
  });
  await warehouse.load(
    table,
    [
      { name: 'raw', type: 'VARCHAR' },
      { name: 'value', type: 'VARCHAR' },
    ],
    found,
  );
  return { table };
}

export const readerFor = (type: 'phone' | 'country', country: string | undefined): ((text: string) => string | null) =>
  type === 'phone' ? (text) => phoneNumber(text, country) : countryReader();

/** `left join` of a lookup to the cleaned cell. */
export const joinLookup = (lookup: Lookup, alias: string, cell: Fragment): Fragment =>
  sql`left join ${ident(lookup.table)} as ${ident(alias)} on ${ident(alias)}.raw = ${cell}`;

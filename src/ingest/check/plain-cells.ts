import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import { type DateStyle, inZoneWithin, isWithin, type Zone } from './dates.ts';
import type { DecimalStyle, NumberShape } from './numbers.ts';
import type { PlannedField } from './plan.ts';
import { isCleanText } from './texts.ts';

/**
 * How a column is read when every one of its cells is written in the simplest way that its type allows: `typed` is then what the careful road
 * would make of it, at a fraction of the cost. `typed` reads the cell of a staged row `s` and has no parameters, so that it can stand in a view; `holds` tells
 * of a row `f` that has the cells of `s` and the typed columns.
 */
export type PlainCells = { readonly holds: Fragment; readonly typed: Fragment };

/** What was found out about how the numbers or dates of a column are written. */
export type Writing = { readonly decimal?: DecimalStyle; readonly shape?: NumberShape; readonly dates?: DateStyle; readonly zone?: Zone };

type Columns = { readonly raw: Fragment; readonly cell: Fragment; readonly read: Fragment };
type Make = (holds: Fragment, typed: Fragment) => PlainCells;

/** Undefined where there is no simple way. */
export function plainCells(field: PlannedField, { decimal, shape, dates, zone }: Writing = {}): PlainCells | undefined {
  const [only] = field.sources;
  if (only === undefined || field.sources.length > 1) return undefined;
  const raw = ident('s', `c${only.index}`);
  const cell = ident('f', `c${only.index}`);
  const read = ident('f', field.column);
  const made: Make = (holds, typed) => ({ holds: sql`(${cell} is null or ${cell} = '' or coalesce(${holds}, false))`, typed });
  const asWritten = sql`case when ${raw} <> '' then ${raw} end`;
  switch (field.type) {
    case 'text':
      return made(isCleanText(cell), asWritten);
    case 'identifier':
      return made(sql`regexp_full_match(${cell}, ${plainIdentifier})`, asWritten);
    case 'email':
      return made(sql`regexp_full_match(${cell}, ${plainEmail}) and strlen(${cell}) <= 64 and not contains(${cell}, '..')`, asWritten);
    case 'currency':
      return made(sql`regexp_full_match(${cell}, '[A-Z]{3}') and ${cell} not in ('NAN', 'NAT', 'NIL')`, asWritten);
    case 'money':
    case 'number':
    case 'latitude':
    case 'longitude':
      if (decimal !== 'point') return undefined;
      return shape === 'DECIMAL(18,4)'
        ? made(sql`${read} is not null and not contains(${cell}, '_')`, sql`try_cast(${raw} as DECIMAL(18,4))`)
        : made(sql`isfinite(${read}) and ${isShort(cell)}`, sql`try_cast(${raw} as DOUBLE)`);
    case 'instant':
      return dates === undefined || zone === undefined ? undefined : plainInstants({ raw, cell, read }, dates, zone, made);
    case 'integer':
    case 'boolean':
    case 'consent':
    case 'date':
    case 'list':
    case 'phone':
    case 'country':
      return undefined;
  }
}

/** Clock times that the engine reads at once: all ending in Z, or all written as ISO 8601 writes local ones, within the written offsets of the zone. */
function plainInstants({ raw, cell, read }: Columns, { order, short, shortUtc }: DateStyle, zone: Zone, made: Make): PlainCells | undefined {
  const cast = sql`try_cast(${raw} as TIMESTAMP)`;
  if (shortUtc.length > 0) return made(sql`${read} is not null and suffix(${cell}, 'Z') and strlen(${cell}) > 16`, cast);
  const masks = short.map((pattern) => isoMasks.get(pattern));
  if (order !== undefined || masks.length === 0 || masks.includes(undefined)) return undefined;
  const written = join(
    masks.map((mask) => sql`${cell} like ${mask ?? ''}`),
    ' or ',
  );
  const odd = sql`suffix(${cell}, 'Z') or contains(${cell}, ' 24:') or contains(${cell}, 'T24:')`;
  return made(sql`${isWithin(read, zone)} and (${written}) and ${cell} < ':' and not (${odd})`, inZoneWithin(cast, zone));
}

const isoMasks: ReadonlyMap<string, string> = new Map(
  ['%Y-%m-%d', '%Y-%m-%d %H:%M', '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M', '%Y-%m-%dT%H:%M:%S'].map((pattern) => [
    pattern,
    pattern.replace('%Y', '____').replaceAll(/%[mdHMS]/g, '__'),
  ]),
);

/**
 * Letters, digits and the signs that ids are made of: nothing to trim, to normalise or to mend after a spreadsheet, and no word that means nothing
 * (`N/A`, `undefined`; they are short and begin with N, U or a sign). One pattern is half the price of many comparisons.
 */
const plainIdentifier = '#?[0-9A-MO-TV-Za-mo-tv-z_:@][0-9A-Za-z_:#/@|-]*|[0-9A-Za-z_:#/@|-]{10,}';

/** ASCII in lower case, with a domain that has a dot: what `email` leaves as it is. */
const plainEmail = '[a-z0-9_][a-z0-9._+-]*@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\\.[a-z]{2,}';

/** The engine's cast reads more than amounts: `1e300`, `1_000`, and any number of digits. */
const isShort = (cell: Fragment): Fragment => sql`strlen(${cell}) <= 18 and not (contains(${cell}, '_') or contains(${cell}, 'e') or contains(${cell}, 'E'))`;

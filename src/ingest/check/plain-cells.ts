import { type Fragment, ident, sql } from '../../sql/index.ts';
import { currency } from './currencies.ts';
import type { DateStyle } from './dates.ts';
import { email } from './emails.ts';
import type { DecimalStyle, NumberShape } from './numbers.ts';
import type { PlannedField } from './plan.ts';
import { isClean, isPlain } from './texts.ts';

/**
 * How a column is read when every one of its cells is written in the simplest way that its type allows: `typed` is then what the careful road
 * would make of it, at a fraction of the cost. `holds` tells for one cell of the staged row `s`; both speak without parameters, so that they can stand in a view.
 */
export type PlainCells = { readonly holds: Fragment; readonly typed: Fragment };

/** What was found out about how the numbers or dates of a column are written. */
export type Writing = { readonly decimal?: DecimalStyle; readonly shape?: NumberShape; readonly dates?: DateStyle };

/** Undefined where there is no simple way. */
export function plainCells(field: PlannedField, { decimal, shape, dates }: Writing = {}): PlainCells | undefined {
  const [only] = field.sources;
  if (only === undefined || field.sources.length > 1) return undefined;
  const cell = ident('s', `c${only.index}`);
  const made = (holds: Fragment, typed: Fragment): PlainCells => ({ holds: sql`(${cell} is null or ${cell} = '' or coalesce(${holds}, false))`, typed });
  const asWritten = sql`case when ${cell} <> '' then ${cell} end`;
  switch (field.type) {
    case 'text':
      return made(isPlain(cell), asWritten);
    case 'identifier':
      return made(sql`regexp_full_match(${cell}, ${plainIdentifier})`, asWritten);
    case 'email':
      return made(sql`${isClean(cell)} and ${email(cell)} = ${cell}`, asWritten);
    case 'currency':
      return made(sql`${isClean(cell)} and ${currency(cell)} = ${cell}`, asWritten);
    case 'money':
    case 'number':
    case 'latitude':
    case 'longitude':
      if (decimal !== 'point') return undefined;
      return shape === 'DECIMAL(18,4)'
        ? made(sql`not contains(${cell}, '_') and try_cast(${cell} as DECIMAL(18,4)) is not null`, sql`try_cast(${cell} as DECIMAL(18,4))`)
        : made(isShortNumber(cell), sql`try_cast(${cell} as DOUBLE)`);
    case 'instant':
      if (dates === undefined || dates.shortUtc.length === 0) return undefined;
      return made(sql`suffix(${cell}, 'Z') and strlen(${cell}) > 16 and try_cast(${cell} as TIMESTAMP) is not null`, sql`try_cast(${cell} as TIMESTAMP)`);
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

/**
 * Letters, digits and the signs that ids are made of: nothing to trim, to normalise or to mend after a spreadsheet, and no word that means nothing
 * (`N/A`, `undefined`; they are short and begin with N, U or a sign). One pattern is half the price of many comparisons.
 */
const plainIdentifier = '#?[0-9A-MO-TV-Za-mo-tv-z_:@][0-9A-Za-z_:#/@|-]*|[0-9A-Za-z_:#/@|-]{10,}';

/** The engine's cast reads more than amounts: `nan`, `1e300`, `1_000`, and any number of digits. */
const isShortNumber = (cell: Fragment): Fragment =>
  sql`strlen(${cell}) <= 18 and not (contains(${cell}, '_') or contains(${cell}, 'e') or contains(${cell}, 'E')) and isfinite(try_cast(${cell} as DOUBLE))`;

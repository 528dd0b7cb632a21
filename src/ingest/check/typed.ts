import type { MappingOptions } from '../../contract/index.ts';
import { day, instant as instantOf, offsetSpans, type Workspace, writtenRating } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { meant, withoutUnknown } from './booleans.ts';
import { currency } from './currencies.ts';
import { dateStyle } from './date-style.ts';
import { date, instant, type Zone } from './dates.ts';
import { email } from './emails.ts';
import { identifier } from './identifiers.ts';
import { listOf, listSeparator } from './lists.ts';
import { joinLookup, lookUp, readerFor } from './lookups.ts';
import { numberStyle } from './number-style.ts';
import { number } from './numbers.ts';
import { type PlainCells, plainCells, type Writing } from './plain-cells.ts';
import type { PlannedField } from './plan.ts';
import { cleanCell, cleanText } from './texts.ts';

/** How one field is made: `clean` from the staged row `s`, then `typed` from the clean column of the row `v`, with a lookup joined where there is one. */
export type TypedField = {
  readonly field: PlannedField;
  readonly clean: Fragment;
  readonly typed: Fragment;
  readonly lookup: Fragment | undefined;
  /** Free text can not be wrong; everything else is when it is written but not understood. */
  readonly fallible: boolean;
  /** How it is read where all of its cells are written plainly. */
  readonly plain: PlainCells | undefined;
};

export type Setting = {
  readonly file: string;
  readonly table: Fragment;
  readonly options: MappingOptions;
  readonly workspace: Workspace;
};

/** Decides, column by column, how its cells are read. Throws when a column is ambiguous. */
export async function typeField(warehouse: Warehouse, field: PlannedField, setting: Setting): Promise<TypedField> {
  const clean = field.type === 'boolean' || field.type === 'consent' ? withoutUnknown(cleaned(field), setting.options.meanings) : cleaned(field);
  const value = ident('v', field.column);
  const { options, workspace } = setting;
  const where = { file: setting.file, header: field.header, table: setting.table, cell: clean, sample: field.sample };
  const zone = zoneAround(options.zone ?? workspace.zone, field.sample);
  const made = (typed: Fragment, writing?: Writing, lookup?: Fragment): TypedField => ({
    field,
    clean,
    typed,
    lookup,
    fallible: field.type !== 'text',
    plain: plainCells(field, writing),
  });
  switch (field.type) {
    case 'text':
      return made(value);
    case 'identifier':
      return made(identifier(value));
    case 'email':
      return made(email(value));
    case 'instant': {
      const dates = await dateStyle(warehouse, where, field.dateOrder ?? options.dateOrder);
      return made(instant(value, dates, zone), { dates, zone });
    }
    case 'date':
      return made(date(value, await dateStyle(warehouse, where, field.dateOrder ?? options.dateOrder)));
    case 'money':
    case 'number':
    case 'latitude':
    case 'longitude': {
      const [decimal, shape] = [await numberStyle(warehouse, where, options.decimal), shapeOf(field)];
      if (field.name === 'rating' && field.sample.some((text) => writtenRating(text) !== undefined)) {
        const lookup = await lookUp(
          warehouse,
          `ingest_lookup_${field.column}`,
          clean,
          distinctCells(field, setting.table),
          (text) => writtenRating(text)?.toString() ?? null,
        );
        const alias = `l${field.column}`;
        return made(sql`coalesce(${number(value, decimal, shape)}, try_cast(${ident(alias, 'value')} as DOUBLE))`, undefined, joinLookup(lookup, alias, value));
      }
      return made(number(value, decimal, shape), { decimal, shape });
    }
    case 'integer':
      return made(sql`cast(${number(value, await numberStyle(warehouse, where, options.decimal), 'DOUBLE')} as BIGINT)`);
    case 'boolean':
    case 'consent':
      return made(meant(value, options.meanings));
    case 'currency':
      return made(currency(value));
    case 'list':
      return made(listOf(value, options.listSeparator ?? listSeparator(field.sample)));
    case 'phone':
    case 'country': {
      const read = readerFor(field.type, options.country ?? workspace.country);
      const lookup = await lookUp(warehouse, `ingest_lookup_${field.column}`, clean, distinctCells(field, setting.table), read);
      const alias = `l${field.column}`;
      const found = ident(alias, 'value');
      return made(field.type === 'country' ? sql`coalesce(${found}, ${value})` : found, undefined, joinLookup(lookup, alias, value));
    }
  }
}

/** Cells are cleaned once per distinct text. */
const distinctCells = ({ sources }: PlannedField, table: Fragment): Fragment =>
  sources.length === 0 ? sql`(select 1) s` : sql`(select distinct ${join(sources.map(({ index }) => ident(`c${index}`)))} from ${table}) s`;

/** The zone with its offsets for the years that the sample speaks of, at most eight of them. */
function zoneAround(name: string, sample: readonly string[]): Zone {
  const years = sample.flatMap((text) => [...text.matchAll(/(?<!\d)(?:19[7-9]\d|20\d\d)(?=\D|\d{4}|$)/g)].slice(0, 1).map(([year]) => Number(year)));
  const last = years.reduce((most, year) => Math.max(most, year), 1971);
  const first = Math.max(
    years.reduce((least, year) => Math.min(least, year), last),
    last - 7,
  );
  const [from, to] = [instantOf(Date.UTC(first, 0, 1) * 1000), instantOf(Date.UTC(last + 1, 0, 1) * 1000)];
  return { name, from, to, spans: name === 'UTC' ? [] : offsetSpans(name, instantOf(from - 2 * day), instantOf(to + 2 * day)) };
}

const shapeOf = (field: PlannedField): 'DECIMAL(18,4)' | 'DOUBLE' =>
  field.type === 'money' || field.name === 'quantity' || field.name === 'item_count' ? 'DECIMAL(18,4)' : 'DOUBLE';

function cleaned(field: PlannedField): Fragment {
  if (field.constant !== undefined) return sql`cast(${field.constant} as VARCHAR)`;
  const clean = field.type === 'text' || field.custom ? cleanText : cleanCell;
  const cells = field.sources.map(({ index }) => clean(ident('s', `c${index}`)));
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return only;
  return field.type === 'instant' || field.type === 'date' ? sql`nullif(concat_ws(' ', ${join(cells)}), '')` : sql`coalesce(${join(cells)})`;
}

import { fieldOf, type Mapping, type MappingOptions, type Staged } from '../../contract/index.ts';
import { type Fragment, ident, join, list, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { prepareCatalogue } from './prepare-catalogue.ts';
import { zonesByName } from './zones.ts';

/**
 * Tidies a staged table as its mapping's options say, in place and at most once: values that mean nothing go, a date and its clock time
 * become one cell, events without a name get theirs. What comes after sees plain cells only.
 */
export async function prepareStaged(warehouse: Warehouse, staged: Staged, mapping: Mapping): Promise<void> {
  const { blanks, returnIdSuffix, timeFrom, epoch, instantFormat, eventNames } = mapping.options;
  const table = ident(staged.table);
  const cell = (header: string | undefined): Fragment | undefined => {
    const index = header === undefined ? -1 : staged.headers.indexOf(header);
    return index === -1 ? undefined : ident(`c${index}`);
  };
  const fieldCell = (field: string): Fragment | undefined => cell(mapping.columns.find((column) => column.field === field)?.header);

  if (mapping.kind === 'products') await prepareCatalogue(warehouse, staged, mapping, { cell, fieldCell });

  for (const [field, values] of Object.entries(blanks ?? {})) {
    const blanked = fieldCell(field);
    if (blanked !== undefined) await warehouse.run(sql`update ${table} set ${blanked} = null where trim(${blanked}) in ${list(values)}`);
  }

  const order = fieldCell('order_id');
  const total = fieldCell('total');
  const ordered = fieldCell('ordered_at');
  if (returnIdSuffix !== undefined && order !== undefined && total !== undefined && ordered !== undefined) {
    const suffix = sql`${returnIdSuffix} || '-' || regexp_replace(${ordered}, '[^0-9]', '', 'g')`;
    await warehouse.run(sql`update ${table} set ${order} = trim(${order}) || ${suffix}
      where regexp_matches(${total}, '^[^0-9]*-') and not contains(${order}, ${returnIdSuffix})`);
  }

  const time = fieldCell('time_of_day') ?? cell(timeFrom?.time);
  const date = fieldCell('ordered_at') ?? fieldCell('occurred_at');
  if (time !== undefined && date !== undefined) {
    const order = mapping.options.dateOrder ?? (await orderOfDates(warehouse, table, date, cell(timeFrom?.zone)));
    await warehouse.run(sql`update ${table} set ${date} = ${clockTime(date, time, cell(timeFrom?.zone), order)}
      where coalesce(trim(${time}), '') <> '' and (trim(${date}) not like '%:%' or regexp_matches(trim(${date}), ${midnight}))`);
  }

  if (epoch !== undefined) await writeOutCounts(warehouse, staged, mapping, epoch);
  if (instantFormat !== undefined) await writeOutClocks(warehouse, staged, mapping, instantFormat);

  const from = cell(eventNames?.header);
  const event = fieldCell('event');
  if (eventNames !== undefined && from !== undefined && event !== undefined) {
    const choices = Object.entries(eventNames.names).map(([value, name]) => sql`when ${value} then ${name}`);
    await warehouse.run(sql`update ${table} set ${event} = case lower(trim(${from})) ${join(choices, ' ')} else ${event} end
      where coalesce(trim(${event}), '') = '' and lower(trim(${from})) in ${list(Object.keys(eventNames.names))}`);
  }
}

/** Columns of instants, as SQL. */
const instantCells = (staged: Staged, mapping: Mapping): readonly Fragment[] =>
  staged.headers.flatMap((header, index) => {
    const field = mapping.columns.find((column) => column.header === header)?.field;
    return field !== undefined && fieldOf(mapping.kind, field)?.type === 'instant' ? [ident(`c${index}`)] : [];
  });

async function writeOutCounts(warehouse: Warehouse, staged: Staged, mapping: Mapping, unit: NonNullable<MappingOptions['epoch']>): Promise<void> {
  const microseconds = { seconds: 1_000_000, milliseconds: 1000, microseconds: 1 }[unit];
  for (const cell of instantCells(staged, mapping)) {
    const count = sql`case when ${cell} like '%.%' then (${cell}::double * ${microseconds})::bigint else ${cell}::bigint * ${microseconds} end`;
    await warehouse.run(sql`update ${ident(staged.table)} set ${cell} = strftime(make_timestamp(${count}), '%Y-%m-%dT%H:%M:%S.%fZ')
      where regexp_full_match(trim(${cell}), '[0-9]{9,16}(\\.[0-9]+)?')`);
  }
}

/** Offsets of one digit (`GMT+1`) are given two, as the format reads them. */
async function writeOutClocks(warehouse: Warehouse, staged: Staged, mapping: Mapping, format: string): Promise<void> {
  for (const cell of instantCells(staged, mapping)) {
    const padded = sql`regexp_replace(trim(${cell}), '([+-])([0-9])(:|$)', '\\10\\2\\3')`;
    const read = sql`try_strptime(${padded}, ${format})`;
    await warehouse.run(sql`update ${ident(staged.table)} set ${cell} = strftime(${read}, '%Y-%m-%dT%H:%M:%SZ') where ${read} is not null`);
  }
}

/** A date written with the time that it does not have. */
const midnight = '[ T]0?0:00(:00(\\.0+)?)?$';

/**
 * How a column writes its dates with slashes: told by a number over 12, which can be no month, or else by clocks of the United States in every row. Undefined where
 * neither tells, or both orders are there.
 */
async function orderOfDates(warehouse: Warehouse, table: Fragment, date: Fragment, zone: Fragment | undefined): Promise<MappingOptions['dateOrder']> {
  const part = (place: number): Fragment =>
    sql`coalesce(bool_or(try_cast(regexp_extract(trim(${date}), '^(\\d{1,2})/(\\d{1,2})/', ${place}) as INTEGER) > 12), false)`;
  const american = zone === undefined ? sql`false` : sql`coalesce(bool_and(${zone} ilike '%(US & Canada)%'), false)`;
  const found = await warehouse.row<{ dmy: boolean; mdy: boolean; american: boolean }>(
    sql`select ${part(1)} as dmy, ${part(2)} as mdy, ${american} as american from ${table}`,
  );
  if (found === undefined || (found.dmy && found.mdy)) return undefined;
  if (found.dmy) return 'dmy';
  return found.mdy || found.american ? 'mdy' : undefined;
}

const slashed = { dmy: '%d/%m', mdy: '%m/%d' } as const;

/**
 * Date and clock time as one text. Where the row names a zone that we know and its date can be read, an instant in UTC. A date with slashes whose order nobody
 * knows stays as it is written: it is asked for like any other.
 */
function clockTime(date: Fragment, time: Fragment, zone: Fragment | undefined, order: MappingOptions['dateOrder']): Fragment {
  const hour = sql`regexp_replace(regexp_replace(trim(${time}), '(?i)\\s*uhr$', ''), '^(\\d{1,2})\\s*[.hH](\\d{2})', '\\1:\\2')`;
  const joined = sql`regexp_replace(trim(${date}), ${midnight}, '') || ' ' || ${hour}`;
  if (zone === undefined) return joined;
  const choices = zonesByName.map(([name, iana]) => sql`when ${name} then ${iana}`);
  const named = sql`case lower(trim(${zone})) ${join(choices, ' ')} end`;
  const days = ['%Y-%m-%d', ...(order === undefined || order === 'ymd' ? [] : [`${slashed[order]}/%Y`, `${slashed[order]}/%y`])];
  const local = sql`try_strptime(${joined}, [${join(
    days.flatMap((form) => [sql`${`${form} %H:%M:%S`}`, sql`${`${form} %H:%M`}`]),
    ', ',
  )}])`;
  return sql`coalesce(strftime(timezone('UTC', timezone(${named}, ${local})), '%Y-%m-%dT%H:%M:%SZ'), ${joined})`;
}

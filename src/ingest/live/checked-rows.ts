import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { FieldType } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { PlannedField } from '../check/plan.ts';
import { type TypedField, typeField } from '../check/typed.ts';
import { type JsonCell, jsonRows } from './json-rows.ts';

/**
 * How a cell is handed over: as text that is read as a cell of a file is (`text`, `identifier`, `email`, `phone`, `country`, `currency`), or as what it is already:
 * an instant in microseconds, an amount, a number, JSON.
 */
export type LiveField<T> = {
  readonly name: string;
  readonly as: Extract<FieldType, 'text' | 'identifier' | 'email' | 'phone' | 'country' | 'currency'> | Raw;
  readonly cell: (row: T) => JsonCell;
};

/** What needs no reading. */
type Raw = 'micros' | 'amount' | 'double' | 'whole' | 'json' | 'list' | 'flag';

/** Records as the checked rows that a file's would be (see `Checked`), read by the same rules; `line` is the place in `rows`. */
export async function checkedRows<T>(warehouse: Warehouse, workspace: Workspace, fields: readonly LiveField<T>[], rows: readonly T[]): Promise<Checked> {
  const { query, checked } = await checkedQuery(warehouse, workspace, fields, rows);
  await warehouse.run(sql`create or replace temp table ingest_copied as ${query}`);
  await warehouse.run(sql`create or replace temp view ingest_checked as select * from ingest_copied`);
  return checked;
}

/** The same as a query over a staged table of this name: what comes again and again is planned once (`Warehouse.steady`). */
export async function checkedQuery<T>(
  warehouse: Warehouse,
  workspace: Workspace,
  fields: readonly LiveField<T>[],
  rows: readonly T[],
  table = 'live_rows',
): Promise<{ readonly query: Fragment; readonly checked: Checked }> {
  // What no row has is a column of nothing, which costs as much as any other.
  const used = fields.filter(({ name, cell }) => name === 'who' || rows.some((row) => cell(row) !== null && cell(row) !== undefined));
  const types = used.map(({ as }) => loadedAs[as]);
  const cells = rows.map((row) => used.map(({ cell }) => cell(row)));
  await warehouse.stage(table, jsonRows(types, cells));
  const planned = used.map(({ name, as }, index) => plannedField(name, as, index));
  const typed: (TypedField | undefined)[] = [];
  for (const [index, { as }] of used.entries())
    typed.push(isRaw(as) ? undefined : await typeField(warehouse, plannedAt(planned, index), settingOf(workspace, table)));
  const clean = used.map((_, index) => sql`${typed[index]?.clean ?? ident('s', `c${index}`)} as ${ident(`f${index}`)}`);
  const values = used.map(({ as }, index) => sql`${typed[index]?.typed ?? rawValue(as, ident('v', `f${index}`))} as ${ident(`f${index}`)}`);
  const lookups = typed.flatMap((one) => (one?.lookup === undefined ? [] : [one.lookup]));
  const query = sql`select v.line, ${join(values)}, cast(null as SMALLINT) as reject, cast(0 as BIGINT) as dropped
    from (select s.line, ${join(clean)} from ${ident(table)} s) v ${join(lookups, ' ')}`;
  const own = used.findIndex(({ as }) => as === 'json');
  const columns = planned.filter((_, index) => index !== own);
  const checked: Checked = {
    table: 'ingest_checked',
    fields: new Map(columns.map((field) => [field.name === 'who' ? 'customer_id' : field.name, field])),
    rejections: [],
    drops: [],
    late: new Map(),
    copied: true,
    ...(own < 0 ? {} : { properties: `f${own}` }),
  };
  return { query, checked };
}

const loadedAs = {
  text: 'VARCHAR',
  identifier: 'VARCHAR',
  email: 'VARCHAR',
  phone: 'VARCHAR',
  country: 'VARCHAR',
  currency: 'VARCHAR',
  json: 'VARCHAR',
  micros: 'BIGINT',
  amount: 'DOUBLE',
  double: 'DOUBLE',
  whole: 'BIGINT',
  list: 'VARCHAR',
  flag: 'BOOLEAN',
} as const;

const rawTypes: Readonly<Record<Raw, FieldType>> = {
  micros: 'instant',
  amount: 'money',
  double: 'number',
  whole: 'integer',
  json: 'text',
  list: 'list',
  flag: 'boolean',
};
const isRaw = (as: LiveField<unknown>['as']): as is Raw => Object.hasOwn(rawTypes, as);

function rawValue(as: LiveField<unknown>['as'], value: Fragment): Fragment {
  if (as === 'whole') return sql`cast(${value} as INTEGER)`;
  if (as === 'micros') return sql`make_timestamp(${value})`;
  if (as === 'list') return sql`from_json(${value}, '["VARCHAR"]')`;
  return as === 'amount' ? sql`cast(${value} as DECIMAL(18,4))` : value;
}

const settingOf = (workspace: Workspace, table: string) => ({ file: 'live', table: ident(table), options: {}, workspace });

function plannedField(name: string, as: LiveField<unknown>['as'], index: number): PlannedField {
  const type: FieldType = isRaw(as) ? rawTypes[as] : as;
  const sources = [{ header: name, index }];
  return { name, custom: false, type, required: false, column: `f${index}`, header: name, sources, constant: undefined, dateOrder: undefined, sample: [] };
}

function plannedAt(planned: readonly PlannedField[], index: number): PlannedField {
  const field = planned[index];
  if (field === undefined) throw new Error('a field that was not planned');
  return field;
}

import { type Kind, type Mapping, type Staged, fieldOf } from '../../contract/index.ts';
import { ClienteleError, type Instant, type Workspace } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { allPlain, plainFields, plainRows } from './all-plain.ts';
import { type Fault, faultsOf } from './faults.ts';
import { type PlannedField, planFields } from './plan.ts';
import type { Rejection } from './rejections.ts';
import { type TypedField, typeField } from './typed.ts';

/**
 * Checked rows: temp view `ingest_checked` with `line`, one typed column per field, `content` (MD5 of the raw row, where asked for),
 * `reject` (NULL, or a place in `rejections` from 1) and `dropped` (bit n: the cell of `drops[n]` was not usable and is NULL now).
 */
export type Checked = {
  readonly table: string;
  readonly fields: ReadonlyMap<string, PlannedField>;
  readonly rejections: readonly Rejection[];
  readonly drops: readonly Fault[];
  /** Reasons that only show once rows are seen together, and their places in `rejections`. */
  readonly late: ReadonlyMap<LateReason, number>;
  /** Whether the rows were copied, into `ingest_copied`. Else the view reads the staged rows, which must stay. */
  readonly copied: boolean;
  /** The column in which the properties of a record lie as JSON already; else they are made of the custom columns. */
  readonly properties?: string;
};

export type LateReason = 'unknown-order' | 'no-date' | 'currency' | 'no-key';

export type CheckRequest = {
  readonly staged: Staged;
  readonly mapping: Mapping;
  readonly workspace: Workspace;
  readonly now: Instant;
  /** Whether records need a hash of their content, because the source gives them no id. */
  readonly hashContent: 'number' | 'text' | undefined;
};

export async function checkRows(warehouse: Warehouse, request: CheckRequest): Promise<Checked> {
  const { staged, mapping, workspace, now } = request;
  const planned = await planFields(warehouse, staged, mapping);
  requireFields(planned, staged, mapping);
  const setting = { file: staged.name, table: ident(staged.table), options: mapping.options, workspace };
  const typed: TypedField[] = [];
  for (const field of planned) typed.push(await typeField(warehouse, field, setting));
  const faults = typed.flatMap(({ field, fallible }) => faultsOf(mapping.kind, field, fallible, now, workspace.currency));
  const missing = missingFaults(planned, mapping);
  const nobody = nobodyRejections(planned, mapping);
  const all = [...faults, ...missing];
  const lately = lateRejections(planned, mapping, workspace);
  const early = [...all.map(({ reason, field, fix }) => ({ reason, header: field.header, fix })), ...nobody];
  const rejections = [...early, ...lately.map(([, rejection]) => rejection)];
  const late = new Map(lately.map(([reason], index) => [reason, early.length + index + 1]));
  const fields = new Map(planned.map((field) => [field.custom ? `custom:${field.name}` : field.name, field]));
  const checked = { table: 'ingest_checked', fields, rejections, late };
  await warehouse.run(sql`drop table if exists ingest_copied`);
  if (await showPlain(warehouse, request, typed, [...missing.map(({ when }) => when), ...(nobody.length > 0 ? [nobodyIn(planned)] : [])])) {
    return { ...checked, drops: [], copied: false };
  }
  const drops = faults.filter(({ action }) => action === 'drop').slice(0, 62);
  await warehouse.run(sql`create temp table ingest_copied as
    select f.line, ${request.hashContent !== undefined ? sql`f.content,` : sql``} ${join([...typed.map((one) => kept(one.field, drops)), rejectCode(all, planned, nobody.length > 0, drops), droppedBits(drops)])}
    from (select v.line, ${request.hashContent !== undefined ? sql`v.content,` : sql``} ${join(typed.flatMap((one) => [sql`${one.typed} as ${ident(one.field.column)}`, ...(one.fallible ? [sql`${ident('v', one.field.column)} as ${ident(`v${one.field.column}`)}`] : [])]))}
      from (select s.line, ${request.hashContent !== undefined ? sql`${contentHash(staged, request.hashContent)} as content,` : sql``} ${join(typed.map((one) => sql`${one.clean} as ${ident(one.field.column)}`))} from ${ident(staged.table)} s) v
      ${join(
        typed.flatMap((one) => (one.lookup === undefined ? [] : [one.lookup])),
        ' ',
      )}) f`);
  await warehouse.run(sql`create or replace temp view ingest_checked as select * from ingest_copied`);
  return { ...checked, drops, copied: true };
}

const byTheMillion: ReadonlySet<Kind> = new Set(['orders', 'events', 'messages']);

/** Orders and events come by the million: where all are plainly written and right they are not copied. */
async function showPlain(
  warehouse: Warehouse,
  { staged, mapping, workspace, now, hashContent }: CheckRequest,
  typed: readonly TypedField[],
  wrong: readonly Fragment[],
): Promise<boolean> {
  if (!byTheMillion.has(mapping.kind) || hashContent !== undefined) return false;
  const fields = plainFields(typed);
  if (fields === undefined) return false;
  const ranges = fields.flatMap(({ field }) => faultsOf(mapping.kind, field, false, now, workspace.currency)).map(({ when }) => when);
  if (!(await allPlain(warehouse, staged, fields, [...wrong, ...ranges]))) return false;
  await warehouse.run(sql`create or replace temp view ingest_checked as ${plainRows(staged, fields)}`);
  return true;
}

function lateRejections(planned: readonly PlannedField[], mapping: Mapping, workspace: Workspace): readonly (readonly [LateReason, Rejection])[] {
  const header = (name: string): string | null => planned.find((field) => field.name === name)?.header ?? null;
  const made = mapping.options.orderIdFrom?.join(', ') ?? null;
  return [
    ['unknown-order', { reason: 'no such order', header: header('order_id'), fix: 'Import the orders first, from the same --source.' }],
    ['no-date', { reason: 'missing', header: header('ordered_at'), fix: 'Fill in the date on one row of the order.' }],
    [
      'currency',
      {
        reason: `not in ${workspace.currency}`,
        header: header('currency'),
        fix: `This workspace counts in ${workspace.currency}: convert the amounts, or import the file into a workspace of that currency (clientele init --currency).`,
      },
    ],
    ['no-key', { reason: 'missing', header: made, fix: 'Fill in every column that tells one order from another.' }],
  ];
}

/** Rejects accepted rows of `ingest_checked` for which `when` holds. Returns how many. */
export async function rejectLate(warehouse: Warehouse, checked: Checked, reason: LateReason, when: Fragment): Promise<number> {
  const code = checked.late.get(reason) ?? 0;
  // Rows that all seemed right may not have been copied yet.
  await warehouse.run(sql`create temp table if not exists ingest_copied as select * from ingest_checked`);
  await warehouse.run(sql`create or replace temp view ingest_checked as select * from ingest_copied`);
  await warehouse.run(sql`update ingest_copied set reject = ${code} where reject is null and (${when})`);
  const found = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_checked where reject = ${code}`);
  return found?.n ?? 0;
}

/** MD5 of the row as it stands in the file: 32 digits, or a number without its sign bit so that it fits a HUGEINT. */
function contentHash(staged: Staged, as: 'number' | 'text'): Fragment {
  const cells = staged.headers.map((_, index) => sql`s.${ident(`c${index}`)}`);
  const row = sql`concat(${join(cells, ', chr(31), ')})`;
  return as === 'text' ? sql`md5(${row})` : sql`cast(md5_number(${row}) >> 1 as HUGEINT)`;
}

function requireFields(planned: readonly PlannedField[], staged: Staged, mapping: Mapping): void {
  const has = new Set(planned.map(({ name }) => name));
  for (const name of requiredOf(mapping)) {
    if (!has.has(name)) throw new ClienteleError('mapping.missing-field', { file: staged.name, field: name, kind: mapping.kind });
  }
}

const candidates = ['order_id', 'ordered_at', 'product_id', 'event', 'occurred_at'] as const;

/** Fields without which nothing can be made of a row; an id may be made from other columns instead. */
const requiredOf = (mapping: Mapping): readonly string[] =>
  candidates.filter((name) => fieldOf(mapping.kind, name)?.required === true && !(name === 'order_id' && mapping.options.orderIdFrom !== undefined));

function missingFaults(planned: readonly PlannedField[], mapping: Mapping): readonly Fault[] {
  return planned
    .filter((field) => field.required && !(mapping.options.inheritRows === true && field.name !== 'order_id'))
    .filter((field) => field.name !== 'order_id' || mapping.options.orderIdFrom === undefined)
    .map((field) => ({
      field,
      action: 'reject',
      reason: 'missing',
      fix: `Fill in ${field.header}, or map another column to it.`,
      when: sql`${ident('f', field.column)} is null`,
    }));
}

export const isIdentifierField = (name: string): boolean =>
  name === 'customer_id' || name === 'email' || name === 'phone' || name === 'anonymous_id' || name.startsWith('id:');

function nobodyRejections(planned: readonly PlannedField[], mapping: Mapping): readonly Rejection[] {
  const needed = mapping.kind === 'customers' || mapping.kind === 'events' || mapping.kind === 'messages';
  if (!needed || mapping.options.customerIdFrom !== undefined) return [];
  const header = planned.filter(({ name }) => isIdentifierField(name)).map((field) => field.header);
  return [{ reason: 'no customer', header: header.length === 0 ? null : header.join(', '), fix: 'Give a customer id, an e-mail address or a phone number.' }];
}

const kept = (field: PlannedField, drops: readonly Fault[]): Fragment => {
  const own = drops.filter((fault) => fault.field === field);
  const column = ident('f', field.column);
  if (own.length === 0) return column;
  return sql`(case when ${join(
    own.map(({ when }) => when),
    ' or ',
  )} then null else ${column} end) as ${ident(field.column)}`;
};

function rejectCode(faults: readonly Fault[], planned: readonly PlannedField[], needsSomebody: boolean, drops: readonly Fault[]): Fragment {
  const cases = faults.flatMap((fault, index) => (fault.action === 'reject' ? [sql`when ${fault.when} then ${index + 1}`] : []));
  if (needsSomebody) {
    const nobody = nobodyIn(planned);
    for (const fault of drops.filter(({ field }) => isIdentifierField(field.name)))
      cases.push(sql`when ${nobody} and ${fault.when} then ${faults.indexOf(fault) + 1}`);
    cases.push(sql`when ${nobody} then ${faults.length + 1}`);
  }
  return cases.length === 0 ? sql`cast(null as SMALLINT) as reject` : sql`cast(case ${join(cases, ' ')} end as SMALLINT) as reject`;
}

const nobodyIn = (planned: readonly PlannedField[]): Fragment =>
  join([sql`true`, ...planned.filter(({ name }) => isIdentifierField(name)).map((field) => sql`${ident('f', field.column)} is null`)], ' and ');

const droppedBits = (drops: readonly Fault[]): Fragment =>
  drops.length === 0
    ? sql`cast(0 as BIGINT) as dropped`
    : sql`cast(${join(
        drops.map(({ when }, bit) => sql`(case when ${when} then ${2n ** BigInt(bit)} else 0 end)`),
        ' + ',
      )} as BIGINT) as dropped`;

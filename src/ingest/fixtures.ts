import type { ColumnMapping, Kind, Mapping, MappingOptions, Staged } from '../contract/index.ts';
import { defaultWorkspace, type Effects, instant, type Workspace } from '../core/index.ts';
import { ident, join, sql } from '../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../warehouse/index.ts';
import type { Identity, ImportRun, IngestContext } from './context.ts';

/** 2026-02-01T00:00:00Z, the clock of these tests. */
export const testNow = instant(Date.UTC(2026, 1, 1) * 1000);

export async function testContext(workspace: Partial<Workspace> = {}): Promise<IngestContext> {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  const effects: Effects = { now: () => testNow, randomId: () => '0'.repeat(32), progress: () => undefined };
  return { warehouse, workspace: { ...defaultWorkspace, zone: 'UTC', country: undefined, currency: 'GBP', ...workspace }, effects, decisions: [] };
}

/** A staged table made by hand; the header is line 1. */
export async function stage(
  warehouse: Warehouse,
  headers: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  table = 'staged_test',
): Promise<Staged> {
  await warehouse.load(
    table,
    [{ name: 'line', type: 'BIGINT' }, ...headers.map((_, index) => ({ name: `c${index}`, type: 'VARCHAR' as const }))],
    rows.map((row, index) => [index + 2, ...headers.map((_, column) => row[column] ?? null)]),
  );
  return { table, headers, rows: rows.length, unreadable: [], format: { kind: 'csv', delimiter: ',', hasHeader: true }, name: 'test.csv' };
}

/** `{ 'Order': 'order_id', 'Colour': 'custom' }` as a mapping. */
export function mappingOf(kind: Kind, fields: Readonly<Record<string, string>>, options: MappingOptions = {}, source = 'shop'): Mapping {
  const columns = Object.entries(fields).map(
    ([header, field]): ColumnMapping => ({
      header,
      field,
      confidence: 1,
      reason: 'test',
      ...(field === 'custom' ? { name: header.toLowerCase().replaceAll(' ', '_') } : {}),
    }),
  );
  return { version: 1, preset: 'mapped', kind, source, columns, options };
}

export const runOf = (batch: number, extra: Partial<ImportRun> = {}): ImportRun => ({
  importId: `i${batch}`,
  batch,
  dryRun: false,
  rejectsFile: null,
  ...extra,
});

/**
 * The simplest identity there can be: every value of the first identifier present in a row is a customer of its own, numbered by its MD5.
 * Keeps no tables, so there is nothing to forget; what these tests need is that the same person gets the same number.
 */
export const plainIdentity: Identity = {
  resolve: async (warehouse, { table, columns }) => {
    const names = join(columns.map(({ column }) => ident(column)));
    const first = sql`coalesce(${join(columns.map(({ namespace, column }) => sql`${`${namespace}:`} || ${ident(column)}`))}, null)`;
    const resolved = `${table}_resolved`;
    await warehouse.run(sql`create or replace temp table ${ident(resolved)} as
      select *, cast(md5_number(who) % 2147483647 as INTEGER) as identifier, cast(md5_number(who) % 2147483647 as INTEGER) as profile from (select distinct ${names}, ${first} as who from ${ident(table)})`);
    await warehouse.run(
      sql`create or replace temp table ${ident(`${table}_touched`)} as select distinct profile from ${ident(resolved)} where profile is not null`,
    );
    const found = await warehouse.row<{ n: number }>(sql`select count(distinct profile) as n from ${ident(resolved)}`);
    return { table: resolved, touchedTable: `${table}_touched`, created: found?.n ?? 0, touched: 0 };
  },
  forget: async () => undefined,
};

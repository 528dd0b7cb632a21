import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ColumnMapping, fieldCatalogue, type Kind, kinds, type Mapping } from '../../src/contract/index.ts';
import { defaultWorkspace, type Effects, instant } from '../../src/core/index.ts';
import { importStaged } from '../../src/ingest/index.ts';
import { stageSource } from '../../src/sources/index.ts';
import { ident, sql } from '../../src/sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { naughtyStrings } from './naughty-strings.ts';

/**
 * Every naughty text in every field of every kind, through the reader and the import as a file would come. What is kept as text must
 * come back letter for letter but for the blanks around it and Unicode's composed form; what is not a number, a date or an address may
 * be refused, with its line; nothing may break, and no row may vanish.
 */
const effects: Effects = { now: () => instant(Date.UTC(2026, 1, 1) * 1000), randomId: () => '0'.repeat(32), progress: () => undefined };
/** Thousands of rows a test; generous, for machines that are busy. */
const slow = 120_000;
let folder: string;
let batch = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-naughty-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Cells = Readonly<Record<string, string>>;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

async function imported(kind: Kind, rows: readonly Cells[], format: 'csv' | 'jsonl') {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  const fields = Object.keys(rows[0] ?? {});
  const path = join(folder, `${kind}-${(batch += 1)}.${format}`);
  const lines =
    format === 'csv'
      ? [fields, ...rows.map((row) => fields.map((field) => row[field] ?? ''))].map((cells) => cells.map(quoted).join(','))
      : rows.map((row) => JSON.stringify(row));
  writeFileSync(path, `${lines.join('\n')}\n`);
  const [staged] = await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder }, effects);
  if (staged === undefined) throw new Error('nothing was staged');
  const columns = staged.headers.map(
    (header): ColumnMapping => ({
      header,
      field: header === 'note' ? 'custom' : header,
      confidence: 1,
      reason: 'test',
      ...(header === 'note' ? { name: 'note' } : {}),
    }),
  );
  const mapping: Mapping = { version: 1, preset: 'mapped', kind, source: 'shop', columns, options: { dateOrder: 'ymd', decimal: 'point' } };
  const report = await importStaged({ warehouse, workspace: { ...defaultWorkspace, country: 'GB' }, effects, decisions: [] }, staged, mapping, {
    importId: String(batch),
    batch,
    dryRun: false,
    rejectsFile: join(folder, `${batch}.rejects.csv`),
  });
  return { warehouse, report };
}

/** A row that is fine, to which one naughty text is done. */
const plain = (kind: Kind, number: number): Cells => ({
  ...(kind === 'products' ? { product_id: `p${number}` } : {}),
  ...(kind === 'orders' || kind === 'items' ? { order_id: `o${number}` } : {}),
  ...(kind === 'items' ? { quantity: '1', price: '2' } : {}),
  ...(kind === 'products' || kind === 'items' ? {} : { customer_id: `c${number}` }),
  ...(kind === 'orders' ? { ordered_at: '2026-01-05 10:00:00', total: '10' } : {}),
  ...(kind === 'events' ? { event: 'Page Viewed', occurred_at: '2026-01-05 10:00:00', event_id: `e${number}` } : {}),
  ...(kind === 'messages' ? { event: 'opened', occurred_at: '2026-01-05 10:00:00', event_id: `m${number}` } : {}),
  ...(kind === 'feedback' ? { feedback_id: `f${number}`, occurred_at: '2026-01-05 10:00:00', feedback_kind: 'review' } : {}),
});

/** As the import keeps a text: without the blanks around it, in Unicode's composed form. */
const kept = (text: string): string => text.normalize('NFC').trim();

type Target = { readonly field: string; readonly text: string };

/** Every text in every field of a kind, one row each; the number in a row's id tells which. */
const targetsOf = (kind: Kind): readonly Target[] =>
  [...Object.keys(fieldCatalogue[kind]), 'note'].flatMap((field) => naughtyStrings.map((text) => ({ field, text })));

describe.each(kinds)('naughty texts in every field of %s', (kind) => {
  // JSON arrives by the same road from there on: two kinds are enough.
  test.each(kind === 'customers' || kind === 'events' ? (['csv', 'jsonl'] as const) : (['csv'] as const))(
    'come back as they were or are refused, from %s',
    async (format) => {
      const targets = targetsOf(kind);
      const blank = Object.fromEntries(targets.map(({ field }) => [field, '']));
      const { warehouse, report } = await imported(
        kind,
        targets.map(({ field, text }, number) => ({ ...blank, ...plain(kind, number), [field]: text })),
        format,
      );
      expect(report.rows).toBe(targets.length);
      expect(report.accepted + report.rejected).toBe(targets.length);
      const reader = readers[kind];
      for (const field of reader?.fields ?? []) {
        const found = await reader?.read(warehouse, field);
        const changed = targets.flatMap(({ field: each, text }, number) =>
          each !== field || found?.get(number) === kept(text) ? [] : [`${kept(text).slice(0, 80)} ≠ ${String(found?.get(number)).slice(0, 80)}`],
        );
        expect({ field, changed }).toEqual({ field, changed: [] });
      }
      await warehouse.close();
    },
    slow,
  );
});

type Reader = { readonly fields: readonly string[]; readonly read: (warehouse: Warehouse, field: string) => Promise<ReadonlyMap<number, unknown>> };

/** Where the texts of a kind end up, by the number in the id of their row. */
const readers: Readonly<Partial<Record<Kind, Reader>>> = {
  customers: {
    fields: ['name', 'first_name', 'city', 'company', 'industry', 'job_title', 'note'],
    read: (warehouse, field) => numbered(warehouse, sql`select record_id as id, value as text from traits where name = ${field}`),
  },
  orders: {
    fields: ['coupon', 'channel', 'payment_method', 'city', 'product', 'category', 'brand', 'variant'],
    read: (warehouse, field) => {
      if (!['product', 'category', 'brand', 'variant'].includes(field))
        return numbered(warehouse, sql`select order_id as id, ${ident(field)} as text from orders`);
      return numbered(warehouse, sql`select order_id as id, ${ident(field === 'product' ? 'name' : field)} as text from items`);
    },
  },
  products: {
    fields: ['name', 'category', 'brand'],
    read: (warehouse, field) => numbered(warehouse, sql`select product_id as id, ${ident(field)} as text from products`),
  },
  events: {
    fields: ['product', 'category', 'page', 'campaign', 'device', 'note'],
    read: (warehouse, field) => {
      const text = field === 'note' ? sql`json_extract_string(properties, '/note')` : ident(field);
      return numbered(
        warehouse,
        sql`select i.value as id, ${text} as text from events join identifiers i using (identifier) where i.namespace = 'customer_id'`,
      );
    },
  },
  feedback: {
    fields: ['subject', 'text', 'product', 'category'],
    read: (warehouse, field) => numbered(warehouse, sql`select record_id as id, ${ident(field)} as text from feedback`),
  },
};

/** Ids are a letter and a number; those that a naughty text replaced are nobody's. */
async function numbered(warehouse: Warehouse, query: Parameters<Warehouse['rows']>[0]): Promise<ReadonlyMap<number, unknown>> {
  const rows = await warehouse.rows<{ id: string; text: unknown }>(query);
  return new Map(rows.filter(({ id }) => /^[a-z]\d+$/.test(id)).map(({ id, text }) => [Number(id.slice(1)), text]));
}

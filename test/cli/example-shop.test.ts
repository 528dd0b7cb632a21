import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { folderFor, json, run } from './run.ts';
import { errorShape, explainShape, importShape, listShape, previewShape, profileShape } from './shapes.ts';

// The Daily Grind through the real command line, against the ground truth that its generator wrote beside it.
const shop = resolve(import.meta.dirname, '../../examples/daily-grind');
const truth = z
  .object({
    summary: z.object({
      customer_records: z.number(),
      orders: z.number(),
      returns: z.number(),
      order_lines: z.number(),
      orders_without_customer: z.number(),
      revenue: z.string(),
    }),
  })
  .parse(JSON.parse(readFileSync(join(shop, '../daily-grind-truth.json'), 'utf8'))).summary;
const files = ['products', 'customers', 'orders', 'events', 'emails', 'survey', 'reviews'].map((name) => join(shop, `${name}.csv`));

const folder = folderFor('shop');
const data = ['--data', join(folder.path, 'data')];
const latest = [...data, '--as-of', 'latest'];
const slow = { timeout: 180_000 };
const importsShape = z.array(importShape);

beforeAll(async () => {
  await json(z.unknown(), ['init', ...data, '--name', 'The Daily Grind', '--currency', 'GBP', '--timezone', 'Europe/London', '--country', 'GB']);
  const reports = await json(importsShape, ['import', ...files, ...latest]);
  expect(reports.map(({ kind }) => kind)).toEqual(['products', 'customers', 'orders', 'events', 'messages', 'feedback', 'feedback']);
  const orders = reports.find(({ kind }) => kind === 'orders');
  expect(orders).toMatchObject({ orders: truth.orders, returns: truth.returns, items: truth.order_lines, unattributed_orders: truth.orders_without_customer });
}, 180_000);
afterAll(folder.done);

test('importing the same files again creates and updates nothing', slow, async () => {
  const reports = await json(importsShape, ['import', ...files, ...latest]);
  for (const report of reports) expect(report, report.kind).toMatchObject({ created: 0, updated: 0, profiles_created: 0 });
});

test('a dry run says what would happen and leaves every file as it was', slow, async () => {
  const file = join(folder.path, 'more.csv');
  writeFileSync(file, 'Order ID,Customer ID,Date,Total\nNEW-1,C00001,2026-06-29 10:00,12.50\nNEW-2,,2026-06-29 11:00,5.00\nNEW-3,C00002,nonsense,5.00\n');
  const before = await run(['imports', ...data, '--json']);
  const report = await json(importShape, ['import', file, ...data, '--dry-run']);
  expect(report).toMatchObject({ import: null, rows: 3, accepted: 2, rejected: 1, orders: 2, created: 2, unattributed_orders: 1 });
  expect((await run(['imports', ...data, '--json'])).stdout).toBe(before.stdout);
  const fresh = join(folder.path, 'nowhere');
  expect(await json(importShape, ['import', file, '--data', fresh, '--dry-run'])).toMatchObject({ created: 2 });
  expect(existsSync(fresh)).toBe(false);
});

test('an import is taken back exactly', slow, async () => {
  const file = join(folder.path, 'undo.csv');
  writeFileSync(file, 'Order ID,Customer ID,Date,Total\nUNDO-1,C00001,2026-06-29 10:00,12.50\nUNDO-2,brand-new,2026-06-29 11:00,5.00\n');
  const before = await run(['segments', 'list', ...data, '--as-of', '2026-07-01', '--json']);
  const report = await json(importShape, ['import', file, ...data, '--as-of', '2026-07-01']);
  expect(report).toMatchObject({ orders: 2, profiles_created: 1 });
  expect((await json(profileShape, ['profile', 'brand-new', ...data, '--as-of', '2026-07-01'])).features['orders_count']).toBe(1);
  await json(z.unknown(), ['imports', 'undo', report.import ?? '', ...data, '--as-of', '2026-07-01']);
  expect((await run(['profile', 'brand-new', ...data])).code).toBe(1);
  expect((await run(['segments', 'list', ...data, '--as-of', '2026-07-01', '--json'])).stdout).toBe(before.stdout);
  expect((await run(['imports', 'undo', report.import ?? '', ...data])).code).toBe(1);
});

test('preview answers with a sentence, per-condition counts and the next change', slow, async () => {
  const found = await json(previewShape, ['preview', 'orders >= 3 and days since last order > 60', ...latest]);
  expect(found.sentence).toBe('Customers who ordered at least 3 times, and whose last order is more than 60 days ago.');
  expect(found.clauses).toHaveLength(2);
  for (const clause of found.clauses) expect(clause.members).toBeGreaterThanOrEqual(found.members);
  expect(found.next_change).not.toBeNull();
});

test('a bad expression exits 1 with a position and the nearest name', slow, async () => {
  const { code, stdout } = await run(['preview', 'contry = "GB"', ...data, '--json']);
  expect(code).toBe(1);
  expect(errorShape.parse(JSON.parse(stdout)).error).toMatchObject({
    code: 'segment.syntax',
    position: { offset: 0, length: 6, line: 1, column: 1 },
    hint: 'Did you mean country?',
  });
});

test('bad usage exits 2, a missing file and a missing workspace exit 1', slow, async () => {
  expect((await run(['previw'])).code).toBe(2);
  expect((await run(['preview', ...data])).code).toBe(2);
  expect((await run(['import', join(folder.path, 'absent.csv'), ...data])).code).toBe(1);
  expect((await run(['segments', 'list', '--data', join(folder.path, 'absent')])).code).toBe(1);
  expect((await run(['preview', 'orders >= 1', ...data, '--as-of', 'someday'])).code).toBe(2);
});

test('ready segments are listed with people and revenue, and none failed', slow, async () => {
  const segments = await json(listShape, ['segments', 'list', ...latest]);
  expect(segments.length).toBeGreaterThan(30);
  expect(segments.filter(({ status }) => status !== 'ok')).toEqual([]);
  const stages = segments.filter(({ folder: name }) => name === 'Lifecycle');
  const people = z.object({ total: z.number() }).parse(JSON.parse((await run(['profiles', ...latest, '--json'])).stdout)).total;
  expect(stages.reduce((sum, { members }) => sum + (members ?? 0), 0)).toBe(people);
});

test('a segment is made, explained, changed, frozen and deleted', slow, async () => {
  await json(z.unknown(), ['segments', 'create', 'Slipping regulars', 'orders >= 3 and days since last order > 60', '--folder', 'Mine', ...latest]);
  const rows = z
    .array(z.record(z.string(), z.unknown()))
    .parse(
      JSON.parse((await run(['segments', 'members', 'slipping-regulars', '--format', 'json', '--fields', 'customer_id,email,orders_count', ...latest])).stdout),
    );
  const listed = (await json(listShape, ['segments', 'list', ...latest])).find(({ slug }) => slug === 'slipping-regulars');
  expect(rows).toHaveLength(listed?.members ?? -1);
  for (const row of rows) expect(Number(row['orders_count'])).toBeGreaterThanOrEqual(3);
  const csv = (await run(['segments', 'members', 'slipping-regulars', '--format', 'csv', ...latest])).stdout.trimEnd().split('\n');
  expect(csv).toHaveLength(rows.length + 1);
  expect(csv[0]?.startsWith('customer_id,email,')).toBe(true);

  const member = String(rows[0]?.['customer_id'] ?? rows[0]?.['email']);
  const why = await json(explainShape, ['explain', 'slipping-regulars', member, ...latest]);
  expect(why.member).toBe(true);
  expect(why.conditions.map(({ holds }) => holds)).toEqual([true, true]);
  expect(why.leaves_at).toBeNull();

  const edited = z
    .object({ entered: z.number(), left: z.number() })
    .parse(
      JSON.parse((await run(['segments', 'edit', 'slipping-regulars', 'orders >= 3 and days since last order > 90', '--dry-run', '--json', ...latest])).stdout),
    );
  expect(edited.entered).toBe(0);
  expect(edited.left).toBeGreaterThan(0);
  await json(z.unknown(), ['segments', 'edit', 'slipping-regulars', '--exclude', member, ...latest]);
  expect((await json(explainShape, ['explain', 'in segment "slipping-regulars"', member, ...latest])).member).toBe(false);
  expect((await run(['segments', 'delete', 'slipping-regulars', ...data])).code).toBe(0);
  expect((await run(['segments', 'show', 'slipping-regulars', ...data])).code).toBe(1);
});

test('definitions go out and come in as one YAML file', slow, async () => {
  const file = join(folder.path, 'segments.yaml');
  expect((await run(['segments', 'export', '--out', file, ...data])).code).toBe(0);
  const applied = z
    .object({ created: z.array(z.string()), changed: z.array(z.string()) })
    .parse(JSON.parse((await run(['segments', 'apply', file, '--json', ...latest])).stdout));
  expect(applied).toEqual({ created: [], changed: [] });
  const { profiles } = await json(z.object({ profiles: z.array(z.object({ email: z.string().nullable() })) }), ['profiles', ...latest]);
  const customer = profiles.find(({ email }) => email !== null);
  const own = join(folder.path, 'own.yaml');
  const listed = `version: 1\nsegments:\n  - slug: guests\n    name: Guests\n    definition: orders > 9999\n    include:\n      - email: ${customer?.email?.toUpperCase()}\n      - customer_id: K99999\n`;
  writeFileSync(own, listed);
  const told = await run(['segments', 'apply', own, ...latest]);
  expect(told.stdout).toContain('Note: guests: No customer has the customer_id K99999 (under include).');
  expect(told.stdout).not.toContain('@');
  expect((await json(listShape, ['segments', 'list', ...latest])).find(({ slug }) => slug === 'guests')?.members).toBe(1);
  expect((await run(['segments', 'show', 'guests', ...latest])).stdout).toContain(
    'Lists: 2 identifiers always in, 0 identifiers never; nobody is known by 1 of them.',
  );
  expect((await run(['segments', 'delete', 'guests', ...data])).code).toBe(0);
  const nowhere = await run(['segments', 'list', '--folder', 'Nope', ...latest]);
  expect(nowhere.stderr).toMatch(/There is no folder "Nope"\.\s+There are .*RFM/);
});

test('history shows sizes of the past, the last of them the size of now', slow, async () => {
  const points = z
    .array(z.object({ at: z.string(), members: z.number() }))
    .parse(JSON.parse((await run(['segments', 'history', 'frequent-buyers', '--every', 'month', '--from', '2026-01-01', '--json', ...latest])).stdout));
  expect(points.length).toBeGreaterThan(4);
  const now = (await json(listShape, ['segments', 'list', ...latest])).find(({ slug }) => slug === 'frequent-buyers');
  expect(points.at(-1)?.members).toBe(now?.members);
});

test('the report is one file without anything from outside', slow, async () => {
  const file = join(folder.path, 'report.html');
  expect((await run(['report', '--out', file, ...latest])).code).toBe(0);
  const html = readFileSync(file, 'utf8');
  expect(html).toContain('The Daily Grind');
  expect(html.match(/\b(?:src|href)="https?:/g)).toBeNull();
  expect(html).not.toContain('<script');
});

test('a backup restores to the same segments, and a rebuild makes the same warehouse again', slow, async () => {
  const file = join(folder.path, 'backup.tar.gz');
  expect((await run(['backup', file, ...data])).code).toBe(0);
  const restored = ['--data', join(folder.path, 'restored')];
  expect((await run(['restore', file, ...restored])).code).toBe(0);
  expect((await run(['restore', file, ...restored])).code).toBe(1);
  const before = (await run(['segments', 'list', ...latest, '--json'])).stdout;
  expect((await run(['segments', 'list', ...restored, '--as-of', 'latest', '--json'])).stdout).toBe(before);
  expect((await run(['rebuild', ...restored, '--as-of', 'latest'])).code).toBe(0);
  expect((await run(['segments', 'list', ...restored, '--as-of', 'latest', '--json'])).stdout).toBe(before);
  expect((await run(['doctor', ...restored])).code).toBe(0);
});

test('a damaged backup is refused and leaves nothing behind', slow, async () => {
  const file = join(folder.path, 'broken.tar.gz');
  copyFileSync(join(shop, 'products.csv'), file);
  const target = join(folder.path, 'broken');
  expect((await run(['restore', file, '--data', target])).code).toBe(1);
  expect(existsSync(target)).toBe(false);
});

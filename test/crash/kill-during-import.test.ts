import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, realEffects } from '../../src/app/index.ts';
import { sql } from '../../src/sql/index.ts';

// The promise: a kill -9 at any point of an import leaves the whole import or none of it.
const program = resolve(import.meta.dirname, '../../src/cli/main.ts');
const kills = 54;
/** So many workspaces at once, each with its share of the kills: an import waits for the disk about as long as it computes. */
const workspaces = 3;
const ordersPerFile = 400;
const linesPerOrder = 3;
const folder = mkdtempSync(join(tmpdir(), 'clientele-kill-'));
const folders = Array.from({ length: workspaces }, (_, index) => join(folder, `data-${index}`));

beforeAll(async () => {
  for (const data of folders) {
    const app = await openApp(
      data,
      realEffects(() => undefined),
      { create: {} },
    );
    await app.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`${kills} kills at random points leave every import whole or absent`, { timeout: 240_000 }, async () => {
  const seen = await Promise.all(folders.map((data, index) => killIn(data, index)));
  expect(seen.reduce((sum, { whole, absent }) => sum + whole + absent, 0)).toBe(kills);
  // Points at both ends were tried: some imports had not begun to be recorded, some were complete.
  expect(seen.reduce((sum, { absent }) => sum + absent, 0)).toBeGreaterThan(5);
  expect(seen.reduce((sum, { whole }) => sum + whole, 0)).toBeGreaterThan(0);
});

/** Every third round of kills, in one workspace. */
async function killIn(data: string, index: number): Promise<{ readonly whole: number; readonly absent: number }> {
  const seen = { whole: 0, absent: 0 };
  const first = kills + 1 + index;
  const whole = await timed(data, fileOf(first), first);
  // A fixed sequence of points spread over the whole run, so that a failure can be repeated.
  for (let round = index + 1; round <= kills; round += workspaces) {
    const share = ((round * 0.618034) % 1) * 1.05;
    await killed(data, fileOf(round), round, whole * share);
    const { held, status } = await inspect(data, round);
    expect([0, ordersPerFile]).toContain(held.orders);
    expect(held.items).toBe(held.orders * linesPerOrder);
    expect(held.revenue).toBe(held.orders === 0 ? 0 : revenueOf());
    expect(held.people).toBe(held.orders === 0 ? 0 : 40);
    expect(status === 'done').toBe(held.orders > 0);
    seen[held.orders > 0 ? 'whole' : 'absent'] += 1;
  }
  await everythingMeets(data, seen.whole + 1);
  return seen;
}

/** 400 orders of three lines by 40 customers of this round: revenue 400 × (1 + 2 + 3) × 2.50. */
function fileOf(round: number): string {
  const lines = ['Order ID,Customer ID,Order Date,Product,Quantity,Unit Price'];
  for (let order = 0; order < ordersPerFile; order += 1)
    for (let line = 1; line <= linesPerOrder; line += 1)
      lines.push(`${round}-${order},c${round}-${order % 40},2026-03-${String((order % 28) + 1).padStart(2, '0')} 10:00:00,Product ${line},${line},2.50`);
  const file = join(folder, `orders-${round}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const revenueOf = (): number => ordersPerFile * (1 + 2 + 3) * 2.5;

const start = (data: string, file: string, round: number) =>
  spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, 'import', file, '--data', data, '--source', `round${round}`, '--as-of', '2026-04-01', '--json'],
    { stdio: 'ignore' },
  );

async function timed(data: string, file: string, round: number): Promise<number> {
  const began = performance.now();
  const child = start(data, file, round);
  const code = await new Promise((done) => child.once('exit', done));
  expect(code).toBe(0);
  return performance.now() - began;
}

async function killed(data: string, file: string, round: number, after: number): Promise<void> {
  const child = start(data, file, round);
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  await new Promise((done) => child.once('exit', done));
  clearTimeout(timer);
}

async function inspect(data: string, round: number) {
  const app = await openApp(
    data,
    realEffects(() => undefined),
  );
  try {
    const source = `round${round}`;
    const held = await app.warehouse.row<{ orders: number; items: number; revenue: number; people: number }>(sql`
      select (select count(*) from orders where source = ${source}) as orders, (select count(*) from items where source = ${source}) as items,
        (select coalesce(sum(total), 0) from orders where source = ${source}) as revenue,
        (select count(distinct profile) from identifiers where value like ${`c${round}-%`}) as people`);
    const row = await app.control.selectFrom('imports').select('status').where('source', '=', source).executeTakeFirst();
    return { held: held ?? { orders: -1, items: -1, revenue: -1, people: -1 }, status: row?.status };
  } finally {
    await app.close();
  }
}

/** No pending import, a kept input for each that is done and none beside, and one batch for each. */
async function everythingMeets(data: string, expected: number): Promise<void> {
  const app = await openApp(
    data,
    realEffects(() => undefined),
  );
  try {
    const rows = await app.control.selectFrom('imports').select(['status', 'kept_input']).execute();
    const done = rows.filter((row) => row.status === 'done');
    expect(rows.filter((row) => row.status === 'pending')).toEqual([]);
    expect(done).toHaveLength(expected);
    expect(new Set(readdirSync(app.folder.inputs))).toEqual(new Set(done.map((row) => row.kept_input)));
    expect((await app.warehouse.row<{ n: number }>(sql`select count(*) as n from batches`))?.n).toBe(expected);
  } finally {
    await app.close();
  }
}

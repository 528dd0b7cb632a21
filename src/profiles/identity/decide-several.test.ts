import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Control, openControl } from '../../control/index.ts';
import { formatInstant, instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { decideSeveral, withdrawDecision } from './decide-several.ts';
import { mergeProfiles } from './manual.ts';
import { resolveIdentities } from './resolve.ts';
import { readDecisions } from './settle.ts';

let warehouse: Warehouse;
let control: Control;
const ids = ['1', '2', '3', '4', '5', '6'] as const;
const at = (seconds: number) => ({ author: 'owner', at: instant(seconds * 1_000_000 + 500_000) });

beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  control = await openControl(':memory:');
  await warehouse.load(
    'seen',
    [{ name: 'customer_id', type: 'VARCHAR' }],
    ids.map((id) => [id]),
  );
  const columns = [{ namespace: 'customer_id', column: 'customer_id' }];
  await resolveIdentities(warehouse, { table: 'seen', columns, batch: 1, source: 'shop', at: instant(0), decisions: [] });
});
afterEach(async () => {
  await warehouse.close();
  await control.destroy();
});

const profiles = async (): Promise<readonly (number | null)[]> =>
  (await warehouse.rows<{ profile: number | null }>(sql`select profile from identifiers order by value`)).map(({ profile }) => profile);
const standing = async (): Promise<number> => (await warehouse.row<{ n: number }>(sql`select count(*) as n from merges where undone_at is null`))?.n ?? -1;

test('several pairs become one at once, chains as a whole, and are taken back as one to exactly what was', async () => {
  const before = await profiles();
  expect(before).toEqual([1, 2, 3, 4, 5, 6]);
  // 1 and 2, 2 and 3 are one person, 5 and 6 another.
  const decided = at(10);
  const pairs = [
    { one: 1, other: 2 },
    { one: 2, other: 3 },
    { one: 6, other: 5 },
  ];
  await decideSeveral(warehouse, control, pairs, 'together', decided);
  expect(await profiles()).toEqual([1, 1, 1, 4, 5, 5]);
  expect(await standing()).toBe(3);
  // What is decided later stands.
  await mergeProfiles(warehouse, control, { one: 4, other: 5 }, at(20));
  expect(await profiles()).toEqual([1, 1, 1, 4, 4, 4]);
  expect(await withdrawDecision(warehouse, control, formatInstant(decided.at), at(30).at)).toBe(3);
  // 4 was said to be 5, through the strongest id of the customer that 5 and 6 were then, which is 5's.
  expect(await profiles()).toEqual([1, 2, 3, 4, 4, 6]);
  expect(await standing()).toBe(1);
  await expect(withdrawDecision(warehouse, control, formatInstant(decided.at), at(40).at)).rejects.toMatchObject({ code: 'merge.unknown' });
});

test('several pairs are kept apart, and as one no longer', async () => {
  const decided = at(10);
  await decideSeveral(
    warehouse,
    control,
    [
      { one: 1, other: 2 },
      { one: 3, other: 4 },
    ],
    'apart',
    decided,
  ); // prettier-ignore
  expect((await readDecisions(control)).map(({ decision, value_a: a, value_b: b }) => [decision, a, b])).toEqual([
    ['apart', '1', '2'],
    ['apart', '3', '4'],
  ]);
  expect(await withdrawDecision(warehouse, control, formatInstant(decided.at), at(20).at)).toBe(2);
  expect((await readDecisions(control)).every(({ undone_at: undone }) => undone !== null)).toBe(true);
  expect(await profiles()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a customer that is none decides nothing of the others either', async () => {
  const pairs = [
    { one: 1, other: 2 },
    { one: 3, other: 99 },
  ]; // prettier-ignore
  await expect(decideSeveral(warehouse, control, pairs, 'together', at(10))).rejects.toMatchObject({ code: 'customer.unknown' });
  expect(await readDecisions(control)).toEqual([]);
  expect(await profiles()).toEqual([1, 2, 3, 4, 5, 6]);
});

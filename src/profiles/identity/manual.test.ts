import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Control, openControl } from '../../control/index.ts';
import { instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { forgetBatch } from './forget.ts';
import { keepApart, mergeProfiles, splitIdentifier } from './manual.ts';
import { undoMerge } from './undo-merge.ts';
import { resolveIdentities } from './resolve.ts';
import { readDecisions, settleDecisions } from './settle.ts';

let warehouse: Warehouse;
let control: Control;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  control = await openControl(':memory:');
});
afterEach(async () => {
  await warehouse.close();
  await control.destroy();
});

const by = { author: 'owner', at: instant(1_000_000) };
const columns = (['customer_id', 'email'] as const).map((name) => ({ namespace: name, column: name }));

async function see(batch: number, rows: readonly (readonly [string | null, string | null])[]): Promise<void> {
  await warehouse.load(
    'seen',
    columns.map(({ column }) => ({ name: column, type: 'VARCHAR' as const })),
    rows,
  );
  await resolveIdentities(warehouse, { table: 'seen', columns, batch, source: 'shop', at: instant(0), decisions: await readDecisions(control) });
}

const profiles = async () =>
  Object.fromEntries(
    (await warehouse.rows<{ value: string; profile: number | null }>(sql`select value, profile from identifiers`)).map((row) => [row.value, row.profile]),
  );

describe('decisions by hand', () => {
  test('two customers merged by hand stay one through imports, and come apart again with their old numbers', async () => {
    await see(1, [
      ['1', 'a@x.uk'],
      ['2', 'b@x.uk'],
    ]); // prettier-ignore
    expect(await mergeProfiles(warehouse, control, { one: 2, other: 1 }, by)).toBe(1);
    await see(2, [
      ['2', 'b@x.uk'],
      ['2', 'c@x.uk'],
    ]); // prettier-ignore
    expect(await profiles()).toEqual({ 1: 1, 2: 1, 'a@x.uk': 1, 'b@x.uk': 1, 'c@x.uk': 1 });
    await undoMerge(warehouse, control, 1, by);
    expect(await profiles()).toEqual({ 1: 1, 2: 2, 'a@x.uk': 1, 'b@x.uk': 2, 'c@x.uk': 2 });
    expect(await warehouse.rows(sql`select profile from profiles order by 1`)).toEqual([{ profile: 1 }, { profile: 2 }]);
    await expect(undoMerge(warehouse, control, 1, by)).rejects.toMatchObject({ code: 'merge.unknown' });
  });

  test('a merge that the data made is undone for good: the same rows again do not bring it back', async () => {
    await see(1, [
      ['1', 'a@x.uk'],
      ['2', null],
    ]); // prettier-ignore
    await warehouse.run(
      sql`insert into orders (order_id, identifier, profile) select 'o' || value, identifier, profile from identifiers where namespace = 'customer_id'`,
    );
    await see(2, [['2', 'a@x.uk']]);
    expect(await profiles()).toEqual({ 1: 1, 2: 1, 'a@x.uk': 1 });
    await undoMerge(warehouse, control, 1, by);
    expect(await profiles()).toEqual({ 1: 1, 2: 2, 'a@x.uk': 1 });
    expect(await warehouse.rows(sql`select order_id, profile from orders order by 1`)).toEqual([
      { order_id: 'o1', profile: 1 },
      { order_id: 'o2', profile: 2 },
    ]);
    await see(3, [['2', 'a@x.uk']]);
    expect(await profiles()).toEqual({ 1: 1, 2: 2, 'a@x.uk': 1 });
    expect((await readDecisions(control)).map(({ decision, value_a, value_b, merge }) => [decision, value_a, value_b, merge])).toEqual([
      ['apart', '2', 'a@x.uk', 1],
    ]);
  });

  test('forgetting the batch that merged two gives both their numbers and facts back', async () => {
    await see(1, [
      ['1', 'a@x.uk'],
      ['2', null],
    ]); // prettier-ignore
    await see(2, [
      ['2', 'a@x.uk'],
      ['3', null],
    ]); // prettier-ignore
    const forgotten = await forgetBatch(warehouse, 2, []);
    expect(forgotten.removed).toBe(1);
    expect(await profiles()).toEqual({ 1: 1, 2: 2, 'a@x.uk': 1 });
    expect(await warehouse.rows(sql`select * from merges`)).toEqual([]);
  });

  test('an identifier that is blocked links nothing any more', async () => {
    await see(1, [
      ['1', 'till@x.uk'],
      ['2', 'till@x.uk'],
    ]); // prettier-ignore
    expect(new Set(Object.values(await profiles())).size).toBe(1);
    await splitIdentifier(warehouse, control, { namespace: 'email', value: 'till@x.uk' }, by);
    const after = await profiles();
    expect(after['1']).not.toBe(after['2']);
    expect(after['till@x.uk']).toBeNull();
  });

  test('a decision that a crash left unsettled is settled at the next start, once', async () => {
    await see(1, [
      ['1', null],
      ['2', null],
    ]); // prettier-ignore
    await control
      .insertInto('identity_decisions')
      .values({
        decision: 'together',
        namespace_a: 'customer_id',
        value_a: '1',
        namespace_b: 'customer_id',
        value_b: '2',
        author: 'owner',
        at: 'x',
        merge: null,
        undone_at: null,
      })
      .execute();
    expect(await settleDecisions(warehouse, control, by.at)).toBe('identity_settled');
    expect(await profiles()).toEqual({ 1: 1, 2: 1 });
    expect(await settleDecisions(warehouse, control, by.at)).toBeUndefined();
  });

  test('keeping two apart and then merging them: the later word counts', async () => {
    await see(1, [
      ['1', null],
      ['2', null],
    ]); // prettier-ignore
    await keepApart(warehouse, control, { one: 1, other: 2 }, by);
    await mergeProfiles(warehouse, control, { one: 1, other: 2 }, by);
    expect(await profiles()).toEqual({ 1: 1, 2: 1 });
    await expect(mergeProfiles(warehouse, control, { one: 1, other: 1 }, by)).rejects.toMatchObject({ code: 'merge.invalid' });
    await expect(mergeProfiles(warehouse, control, { one: 1, other: 9 }, by)).rejects.toMatchObject({ code: 'customer.unknown' });
  });
});

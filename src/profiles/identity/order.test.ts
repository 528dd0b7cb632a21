import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { forgetBatch } from './forget.ts';
import { resolveIdentities } from './resolve.ts';

const namespaces = ['customer_id', 'email', 'phone', 'anonymous_id', 'previous_id'] as const;
const columns = namespaces.map((name) => ({ namespace: name, column: name }));
type Seen = readonly (string | null)[];

const sometimes = (values: readonly string[], freq: number): fc.Arbitrary<string | null> => fc.option(fc.constantFrom(...values), { freq });

const rarely = (values: readonly string[]): fc.Arbitrary<string | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

/** Few values, so that everything meets everything: shared devices, e-mails on many customers, phones with two e-mails, a role address. */
const observation: fc.Arbitrary<Seen> = fc.tuple(
  sometimes(['1', '2', '3', '4', '5', '6'], 2),
  sometimes(['a@x.uk', 'b@x.uk', 'c@x.uk', 'info@x.uk'], 2),
  sometimes(['+441', '+442'], 1),
  sometimes(['d1', 'd2', 'd3'], 1),
  rarely(['1', '2', '5']),
);

async function see(warehouse: Warehouse, batch: number, rows: readonly Seen[]): Promise<void> {
  await warehouse.load(
    'seen',
    columns.map(({ column }) => ({ name: column, type: 'VARCHAR' as const })),
    rows,
  );
  await resolveIdentities(warehouse, { table: 'seen', columns, batch, source: 'shop', at: instant(0), decisions: [] });
}

/** The partition, whatever the numbers: which identifiers are together, and which are nobody's. */
async function partition(warehouse: Warehouse): Promise<readonly string[]> {
  const rows = await warehouse.rows<{ members: string }>(sql`
    select string_agg(namespace || ':' || value, ' ' order by namespace, value) || case when profile is null then ' nobody' else '' end as members
    from identifiers group by profile, case when profile is null then identifier end order by 1`);
  const profiles = await warehouse.row<{ n: number }>(
    sql`select count(*) as n from profiles p where not exists (select 1 from identifiers i where i.profile = p.profile)`,
  );
  expect(profiles?.n).toBe(0);
  return rows.map(({ members }) => members);
}

const withWarehouse = async <T>(work: (warehouse: Warehouse) => Promise<T>): Promise<T> => {
  const warehouse = await openDuckdb(':memory:');
  try {
    await migrate(warehouse);
    return await work(warehouse);
  } finally {
    await warehouse.close();
  }
};

/** The definition itself, naively: union-find over everything at once. */
function naive(rows: readonly Seen[]): readonly string[] {
  const key = (index: number, value: string) => `${namespaces[index]}:${value}`;
  const pairs = new Set<string>();
  const primary = new Set<string>();
  const all = new Set<string>();
  for (const row of rows) {
    const keys = row.flatMap((value, index) => (value === null ? [] : [key(index, value)]));
    keys.forEach((one, index) => {
      all.add(one);
      for (const other of keys.slice(index + 1)) pairs.add(`${one} ${other}`);
    });
    if (keys[0] !== undefined) primary.add(keys[0]);
  }
  const list = [...pairs].map((pair) => pair.split(' ') as [string, string]);
  const kind = (one: string) => one.slice(0, one.indexOf(':'));
  const role = (one: string) => one === 'email:info@x.uk';
  const seenWith = (one: string, namespace: string) =>
    list
      .filter((pair) => pair.includes(one))
      .map((pair) => (pair[0] === one ? pair[1] : pair[0]))
      .filter((other) => kind(other) === namespace && !role(other)).length;
  const blocked = (one: string): boolean =>
    role(one) ||
    (kind(one) === 'email' && seenWith(one, 'customer_id') > 3) ||
    (kind(one) === 'phone' && (seenWith(one, 'email') > 1 || seenWith(one, 'customer_id') > 1)) ||
    (kind(one) === 'customer_id' && seenWith(one, 'email') > 10);
  const parent = new Map([...all].map((one) => [one, one]));
  const find = (one: string): string => (parent.get(one) === one ? one : find(parent.get(one) ?? one));
  const linking = list.filter(([a, b]) => !blocked(a) && !blocked(b));
  for (const [a, b] of linking.filter(([a, b]) => kind(a) !== 'anonymous_id' && kind(b) !== 'anonymous_id')) parent.set(find(a), find(b));
  // What was an earlier id of somebody is the customer whose id reads the same.
  for (const one of all)
    if (kind(one) === 'previous_id' && all.has(one.replace('previous_id', 'customer_id')))
      parent.set(find(one), find(one.replace('previous_id', 'customer_id')));
  for (const device of [...all].filter((one) => kind(one) === 'anonymous_id')) {
    const owners = new Set(linking.filter((pair) => pair.includes(device)).map(([a, b]) => find(a === device ? b : a)));
    if (owners.size === 1) parent.set(device, [...owners][0] ?? device);
  }
  const groups = new Map<string, string[]>();
  for (const one of all) groups.set(find(one), [...(groups.get(find(one)) ?? []), one]);
  return [...groups.values()]
    .flatMap((members) => (members.some((one) => primary.has(one)) ? [members.toSorted().join(' ')] : members.map((one) => `${one} nobody`)))
    .toSorted();
}

test('any order and any batching of the same observations ends in the partition that the definition gives', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(observation, { minLength: 2, maxLength: 12 }), fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), async (rows, cuts) => {
      const batches = [0, 1, 2, 3].map((batch) => rows.filter((_, index) => cuts[index] === batch));
      const found = await withWarehouse(async (warehouse) => {
        for (const [index, batch] of batches.entries()) await see(warehouse, index + 1, batch);
        return partition(warehouse);
      });
      expect(found.toSorted()).toEqual(naive(rows));
    }),
    { numRuns: 12, seed: 20261122 },
  );
});

test('a batch that is forgotten was never imported', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(observation, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 4 }), fc.nat(3), async (batches, pick) => {
      const forgotten = pick % batches.length;
      const found = await withWarehouse(async (warehouse) => {
        for (const [index, batch] of batches.entries()) await see(warehouse, index + 1, batch);
        await forgetBatch(warehouse, forgotten + 1, []);
        expect(await warehouse.rows(sql`select * from links where batch = ${forgotten + 1}`)).toEqual([]);
        return partition(warehouse);
      });
      expect(found.toSorted()).toEqual(naive(batches.filter((_, index) => index !== forgotten).flat()));
    }),
    { numRuns: 12, seed: 20261122 },
  );
});

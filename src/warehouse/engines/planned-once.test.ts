import { expect, test } from 'vitest';
import { parseInstant } from '../../core/index.ts';
import { instants, sql, timestamp } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';
import { fixed } from './planned-once.ts';

const at = (text: string) => timestamp(parseInstant(text) ?? (0 as never));

test('values are written into the text, so that no text ends early and numbers are what they would be bound as', () => {
  expect(fixed(sql`select ${"it's"}, ${1}, ${-1}, ${0.5}, ${2n ** 40n}, ${true}, ${null}`)?.text).toBe(
    "select 'it''s', 1, cast(-1 as INTEGER), cast(5e-1 as DOUBLE), cast(1099511627776 as BIGINT), true, cast(null as VARCHAR)",
  );
  expect(fixed(sql`select ${'a\0b'}`)).toBeUndefined();
  expect(fixed(sql`select ${'x'.repeat(201)}`)).toBeUndefined();
  expect(fixed(sql`select ${Number.NaN}`)).toBeUndefined();
  // Rows that are handed over are others each time.
  expect(fixed(sql`select from_json(${'[{"p":1}]'}::JSON, ${'"INTEGER"'})`)).toBeUndefined();
  expect(fixed(sql`select ${'[sale] tea'}`)?.text).toBe("select '[sale] tea'");
});

test('instants are found in a row where the statement says so, and nowhere else', () => {
  const now = at('2026-11-29T12:00:00Z');
  expect(fixed(sql`select 1 from facts where happened < ${now}`)).toBeUndefined();
  const said = fixed(sql`select 1 from facts${instants('beside')} where happened < ${now} or happened = ${now}`);
  expect(said?.instants).toEqual([now.at]);
  expect(said?.text).toBe(
    'select 1 from facts, (select i0 from temp.main.planned_instants) planned_at where happened < planned_at.i0 or happened = planned_at.i0',
  );
});

test('a plan that is kept answers for the rows and the moment of each time, also after a transaction was taken back', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  const kept = await warehouse.another({ keepsTables: true });
  await kept.run(sql`create temp table facts (who INTEGER, happened TIMESTAMP)`);
  const since = (moment: string) =>
    kept.steady(() => kept.rows(sql`select who from facts${instants('beside')} where happened >= ${at(moment)} and who <> ${7} order by who`));
  await kept.run(sql`insert into facts values (1, '2026-01-01'), (7, '2026-02-01'), (2, '2026-03-01')`);
  expect(await since('2026-01-15T00:00:00Z')).toEqual([{ who: 2 }]);
  await expect(
    kept.transaction(async () => {
      await kept.run(sql`delete from facts`);
      await kept.run(sql`insert into facts select i, timestamp '2026-05-01' from range(10, 300) r(i)`);
      expect(await since('2026-04-30T23:59:59Z')).toHaveLength(290);
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  expect(await since('2025-12-31T00:00:00Z')).toEqual([{ who: 1 }, { who: 2 }]);
  await kept.close();
  await warehouse.close();
});

import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';

test('whoever asks on a connection while somebody else has a transaction on it gets an answer, and the transaction is done', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  await warehouse.run(sql`create table counters as select 'rounds' as name, 0 as value`);
  const answers: unknown[] = [];
  for (let round = 1; round <= 300; round += 1) {
    const asked = warehouse.row(sql`select exists (select 1 from counters where value < 0) as "isQueued", (select max(name) from counters) as name`);
    const written = warehouse.transaction(async () => {
      await warehouse.load('found', [{ name: 'value', type: 'INTEGER' }], [[round]]);
      await warehouse.run(sql`update counters set value = found.value from found`);
    });
    // Sometimes both begin at once, sometimes one is under way.
    if (round % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
    const again = warehouse.row(sql`select count(*) as n from counters`);
    answers.push(await asked, await again);
    await written;
  }
  const each = [{ isQueued: false, name: 'rounds' }, { n: 1 }];
  expect(answers).toEqual(Array.from({ length: 300 }, () => each).flat());
  expect(await warehouse.row(sql`select value from counters`)).toEqual({ value: 300 });
  await warehouse.close();
});

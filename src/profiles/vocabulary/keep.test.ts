import { expect, onTestFinished, test } from 'vitest';
import { defaultWorkspace } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, setCounter } from '../../warehouse/index.ts';
import { keepVocabulary } from './keep.ts';
import { readVocabulary } from './read.ts';

test('a kept vocabulary serves until the facts change, and is the same as one read anew', async () => {
  const warehouse = await openDuckdb(':memory:');
  onTestFinished(() => warehouse.close());
  await migrate(warehouse);
  const read = () => readVocabulary(warehouse, { workspace: defaultWorkspace, segments: new Map() });
  const happen = (name: string) =>
    warehouse.run(sql`insert into events (batch, source, name, occurred_at, properties) values (1, 's', ${name}, '2026-01-01', '{"size": "12"}')`);
  await warehouse.run(sql`create or replace table attributes as select 1 as profile, 'gold' as t0`);
  await warehouse.run(sql`insert into trait_columns values ('plan', 'Plan', 't0', 'text', 1, ['s'])`);
  await happen('Seat Booked');
  await setCounter(warehouse, 'facts_version', 1);
  const anew = await read();
  expect([anew.events, [...anew.eventProperties], anew.attributes.get('plan')?.values]).toEqual([['Seat Booked'], [['size', 'number']], ['gold']]);

  await keepVocabulary(warehouse);
  expect(await read()).toEqual(anew);
  await happen('Seat Cancelled');
  expect((await read()).events).toEqual(['Seat Booked']);
  await setCounter(warehouse, 'facts_version', 2);
  expect((await read()).events).toEqual(['Seat Booked', 'Seat Cancelled']);
});

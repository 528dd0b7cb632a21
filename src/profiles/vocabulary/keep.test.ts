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

test('a number of a list that is 0 or 1 wherever it is known is told as yes or no, but not how many of something', async () => {
  const warehouse = await openDuckdb(':memory:');
  onTestFinished(() => warehouse.close());
  await migrate(warehouse);
  await warehouse.run(sql`create or replace table attributes as select * from (values
    (1, 0::DOUBLE, 1::DOUBLE, 0::DOUBLE, 0::DOUBLE, 1::DOUBLE, null::DOUBLE), (2, 1, 0, 2, 0.5, 1, null), (3, null, 1, 1, 1, 1, null)) v(profile, t0, t1, t2, t3, t4, t5)`);
  for (const [column, name] of [
    ['t0', 'senior_citizen'],
    ['t1', 'number_of_children'],
    ['t2', 'kids_home'],
    ['t3', 'score'],
    ['t4', 'always'],
    ['t5', 'never_known'],
  ] as const)
    await warehouse.run(sql`insert into trait_columns values (${name}, ${name.replaceAll('_', ' ')}, ${column}, 'number', 3, ['s'])`);
  const { attributes } = await readVocabulary(warehouse, { workspace: defaultWorkspace, segments: new Map() });
  expect([...attributes.values()].filter(({ yesNo }) => yesNo === true).map(({ name, type }) => [name, type])).toEqual([['senior_citizen', 'number']]);
});

import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { shuffled } from './shuffled.ts';
import { type Arrival, statesAfter, stream } from './orders.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

const inOrder: Arrival = { order: stream.map((_, place) => place), sizes: [stream.length] };

test('whatever the order in which messages arrive, and however they are batched, the same is known in the end: a thousand orders', async () => {
  const seeds = Array.from({ length: 1000 }, (_, place) => place + 1);
  const [told, ...states] = await statesAfter(warehouse, [inOrder, ...seeds.map((seed) => shuffled(inOrder.order, seed))]);
  // One customer of two devices and an address, told twice of three logins, and one of a third device: by hand.
  expect(told).toMatchObject({
    people: [{ who: 'anonymous_id:a1 anonymous_id:a2 customer_id:ann email:ann@example.com' }, { who: 'anonymous_id:a3 customer_id:bob' }],
    // 30 less the refunds of 5 and 7; the refund that was told twice counts once.
    orders: [
      { order_id: 'A', total: 18, refunded: 12, status: 'paid', channel: 'web', item_count: 3, counts: true },
      { order_id: 'B', total: 12, counts: false },
    ],
    feedback: [{ record_id: 'f1', rating: 5 }],
  });
  const unlike = states.flatMap((state, place) => (isDeepStrictEqual(state, told) ? [] : [{ seed: seeds[place], state }]));
  expect(unlike.slice(0, 1)).toEqual([]);
});

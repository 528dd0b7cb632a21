import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { shuffled } from './shuffled.ts';
import { stateAfter, stream } from './orders.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

// A thousand orders: script/soak orders.
test('whatever the order in which messages arrive, and however they are batched, the same is known in the end', async () => {
  const places = stream.map((_, place) => place);
  const inOrder = await stateAfter(warehouse, places, [stream.length]);
  // One customer of two devices and an address, told twice of three logins, and one of a third device: by hand.
  expect(inOrder).toMatchObject({
    people: [{ who: 'anonymous_id:a1 anonymous_id:a2 customer_id:ann email:ann@example.com' }, { who: 'anonymous_id:a3 customer_id:bob' }],
    // 30 less the refunds of 5 and 7; the refund that was told twice counts once.
    orders: [
      { order_id: 'A', total: 18, refunded: 12, status: 'paid', channel: 'web', item_count: 3, counts: true },
      { order_id: 'B', total: 12, counts: false },
    ],
    feedback: [{ record_id: 'f1', rating: 5 }],
  });
  for (let seed = 1; seed <= 4; seed += 1) {
    const { order, sizes } = shuffled(places, seed);
    expect(await stateAfter(warehouse, order, sizes), `seed ${seed}`).toEqual(inOrder);
  }
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Instant, instant } from '../../src/core/index.ts';
import { sql, timestamp } from '../../src/sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { emptyWorld, type Fields, type World } from '../naive/world.ts';
import { evaluateInWarehouse } from './evaluate-in-warehouse.ts';
import { loadWorld } from './load-world.ts';

/** The two conditions that the naive evaluator leaves alone, by hand. */
const at = (day: number): Instant => instant(Date.UTC(2026, 2, day) * 1000);
const moment = { now: at(15), zone: 'UTC', weekStart: 1 };

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

describe('can receive email for marketing', () => {
  const event = (profile: number, name: string, day: number, fields = {}) => ({ profile, name, at: at(day), receivedAt: at(day), fields });
  const agreed = { accepts_email: true };
  const world: World = {
    ...emptyWorld,
    profiles: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    words: { accepts_email: 'boolean' },
    attributes: new Map<number, Fields>([
      [1, agreed],
      [2, agreed], // has no address
      [3, { accepts_email: false }],
      [4, {}],
      [5, agreed], // unsubscribed afterwards
      [6, agreed], // had unsubscribed before, and agreed again
      [7, agreed], // bounced
      [8, agreed], // stopped text messages only
      [9, agreed], // will unsubscribe tomorrow
      [10, agreed], // said it was spam
    ]),
    events: [
      event(5, 'Unsubscribed', 12),
      event(6, 'Unsubscribed', 5),
      event(7, 'Email Bounced', 12),
      event(8, 'Unsubscribed', 12, { channel: 'sms' }),
      event(9, 'Unsubscribed', 16),
      event(10, 'Email Marked as Spam', 12),
    ],
  };

  test('an address, a yes, and nothing since that ended it', async () => {
    const vocabulary = await loadWorld(warehouse, world);
    for (const profile of world.profiles.filter((each) => each !== 2)) {
      await warehouse.run(sql`insert into identifiers values (${100 + profile}, 'email', ${`c${profile}@example.com`}, ${profile}, 1)`);
      const yes = world.attributes.get(profile)?.['accepts_email'] === true;
      if (yes) await warehouse.run(sql`insert into traits values (1, 'shop', 'r', ${100 + profile}, 'accepts_email', 'true', 1, ${timestamp(at(10))})`);
    }
    const texts = ['can receive email for marketing', 'not can receive email for marketing', 'can receive email for marketing and accepts_email = true'];
    const found = await evaluateInWarehouse(
      warehouse,
      vocabulary,
      texts.map((text) => ({ text })),
      moment,
    );
    expect(found).toEqual([
      [1, 6, 8, 9],
      [2, 3, 4, 5, 7, 10],
      [1, 6, 8, 9],
    ]);
  });

  test('post goes to who has a place to send it to, whatever phone they have', async () => {
    const vocabulary = await loadWorld(warehouse, {
      ...emptyWorld,
      profiles: [1, 2, 3],
      words: { accepts_post: 'boolean', postcode: 'text' },
      attributes: new Map<number, Fields>([
        [1, { accepts_post: true, postcode: 'LS1 4AP' }],
        [2, { accepts_post: true }],
        [3, { accepts_post: false, postcode: 'LS1 4AP' }],
      ]),
    });
    await warehouse.run(sql`insert into identifiers values (202, 'phone', '+441134960000', 2, 1)`);
    expect(await evaluateInWarehouse(warehouse, vocabulary, [{ text: 'can receive post for marketing' }], moment)).toEqual([[1]]);
  });
});

describe('random samples', () => {
  const world: World = { ...emptyWorld, profiles: Array.from({ length: 4_000 }, (_, index) => index + 1) };
  const sample = async (text: string, now = moment.now): Promise<Set<number>> => {
    const vocabulary = await loadWorld(warehouse, world);
    const [found = 'no answer'] = await evaluateInWarehouse(warehouse, vocabulary, [{ text }], { ...moment, now });
    if (typeof found === 'string') throw new Error(found);
    return new Set(found);
  };

  test('have about the share that was asked for, and all of it at 100%', async () => {
    // The standard deviation of 20% of 4,000 is 25.
    expect(Math.abs((await sample('random 20% seed "a"')).size - 800)).toBeLessThan(125);
    expect((await sample('random 100%')).size).toBe(4_000);
  });

  test('are the same tomorrow, grow with the percentage, and are the complement of their negation', async () => {
    const today = await sample('random 20% seed "a"');
    expect(await sample('random 20% seed "a"', at(16))).toEqual(today);
    expect(today.isSubsetOf(await sample('random 40% seed "a"'))).toBe(true);
    expect((await sample('not random 20% seed "a"')).isDisjointFrom(today)).toBe(true);
  });

  test('of different seeds have nothing to do with each other', async () => {
    const [a, b] = [await sample('random 20% seed "a"'), await sample('random 20% seed "b"')];
    // 4% of 4,000 are 160, with a standard deviation of 12.
    expect(Math.abs(a.intersection(b).size - 160)).toBeLessThan(65);
  });
});

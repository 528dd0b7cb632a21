import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, type Instant, instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { seededRandom } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { eventsToLearn, withEventColumns } from './event-columns.ts';
import { eventColumn } from './event-name.ts';
import { now, openRhythmShop, shopOf } from './fixtures/small-shop.ts';
import { type ClassifierRequest, fitClassifier, scoreClassifier } from './fit.ts';
import type { Matrix } from './matrix/read.ts';
import { qualityOf } from './quality.ts';
import { reasonsOf } from './reasons.ts';
import { eventTask } from './task.ts';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openRhythmShop(200);
});
afterEach(async () => warehouse.close());

type Happened = readonly [profile: number, name: string, at: number];

async function happen(events: readonly Happened[]): Promise<void> {
  await warehouse.load(
    'made_events',
    [
      { name: 'profile', type: 'INTEGER' },
      { name: 'name', type: 'VARCHAR' },
      { name: 'at', type: 'TIMESTAMP' },
    ],
    events.map(([profile, name, at]) => [profile, name, Math.round(at)]),
  );
  await warehouse.run(
    sql`insert into events (batch, source, identifier, profile, name, occurred_at, received_at) select 1, 'app', profile, profile, name, "at", "at" from made_events`,
  );
}

const nobodyKnown = (profiles: readonly number[], asOf: Instant): Matrix => ({
  asOf,
  told: 'by-then',
  profiles: Int32Array.from(profiles),
  table: { rows: profiles.length, columns: [] },
});
const daysOf = async (asOf: Instant, name: string): Promise<readonly number[]> => {
  const { table } = await withEventColumns(warehouse, nobodyKnown([1, 2, 3, 4], asOf), ['Support Ticket', 'Limit Warning Shown']);
  const own = table.columns.find((column) => column.name === eventColumn(name));
  return own?.kind === 'number' ? [...own.values] : [];
};

test('how long ago an event was is known as of a moment, a year where there was none, and nothing later changes it', async () => {
  const cutOff = instant(now - 90 * day);
  await happen([
    [1, 'Limit Warning Shown', cutOff - 3 * day],
    [1, 'Limit Warning Shown', cutOff - 40 * day],
    [2, 'Limit Warning Shown', cutOff - 400 * day],
    [2, 'Support Ticket', cutOff],
    [3, 'Support Ticket', cutOff - 0.5 * day],
  ]);
  const before = [await daysOf(cutOff, 'Limit Warning Shown'), await daysOf(cutOff, 'Support Ticket')];
  expect(before).toEqual([
    [3, 365, 365, 365],
    [365, 0, 0.5, 365],
  ]);
  await happen(
    [1, 2, 3, 4].flatMap((profile): Happened[] => [
      [profile, 'Limit Warning Shown', cutOff + 1000],
      [profile, 'Support Ticket', now - day],
    ]),
  );
  expect([await daysOf(cutOff, 'Limit Warning Shown'), await daysOf(cutOff, 'Support Ticket')]).toEqual(before);
});

test('learned from are the commonest events that tell people apart and are no e-mails, no orders and not too new', async () => {
  const of = (name: string, customers: number, at = now - 300 * day): Happened[] => Array.from({ length: customers }, (_, place) => [place + 1, name, at]);
  await happen([
    ...of('Login', 196),
    ...of('Exported Report', 60),
    ...of('Limit Warning Shown', 20),
    ...of('Too Seldom', 19),
    ...of('Email Opened', 80),
    ...of('Order Completed', 70),
    ...of('Brand New', 100, now - 20 * day),
  ]);
  expect(await eventsToLearn(warehouse, { now, since: instant(now - 120 * day) })).toEqual(['Exported Report', 'Limit Warning Shown']);
});

// Each is warned at random, about every 300 days; of the warned two in five upgrade three to five weeks later, of all others nearly nobody. Only the event says who.
test('who upgrades after a warning is found by the warnings, by the same columns whenever they are scored, and says so', async () => {
  const random = seededRandom(5);
  const events: Happened[] = [];
  for (let profile = 1; profile <= 200; profile += 1) {
    for (let when = now - 590 * day; when < now; when -= Math.log(1 - random()) * 25 * day) events.push([profile, 'Login', when]);
    for (let when = now - (590 + 300 * Math.log(1 - random())) * day; when < now + 30 * day; when -= Math.log(1 - random()) * 300 * day) {
      events.push([profile, 'Limit Warning Shown', when]);
      if (random() < 0.4) events.push([profile, 'Plan Upgraded', when + (20 + 15 * random()) * day]);
      if (random() < 0.05) events.push([profile, 'Plan Upgraded', when + 200 * random() * day]);
    }
  }
  await happen(events);
  const shop = await shopOf(warehouse);
  const learnedAt = instant(now - 30 * day);
  const learn = (events?: 'of-the-shop') => {
    const request: ClassifierRequest = {
      now: learnedAt,
      task: { ...eventTask('Plan Upgraded', 30), ...(events === undefined ? {} : { events }) },
      seed: 1,
      told: 'by-then',
    };
    return fitClassifier(warehouse, shop, request);
  };
  const came = new Set(events.flatMap(([profile, name, at]) => (name === 'Plan Upgraded' && at > learnedAt && at <= now ? [profile] : [])));
  const judged = async (classifier: Awaited<ReturnType<typeof learn>>) => {
    const scored = await scoreClassifier(warehouse, shop, JSON.parse(JSON.stringify(classifier)), learnedAt, undefined, 'by-then');
    return {
      ...scored,
      quality: qualityOf(
        scored.probabilities,
        Uint8Array.from(scored.profiles, (profile) => (came.has(profile) ? 1 : 0)),
      ),
    };
  };
  const plain = await judged(await learn());
  const told = await learn('of-the-shop');
  const { quality, profiles, probabilities, table } = await judged(told);
  expect(told.task.events).toEqual(['Limit Warning Shown', 'Plan Upgraded']);
  expect(plain.quality.auc).toBeLessThan(0.65);
  expect(quality.auc).toBeGreaterThan(0.75);
  expect(told.importance[0]?.name).toBe(eventColumn('Limit Warning Shown'));

  const likeliest = probabilities.reduce((best, own, row) => (own > (probabilities[best] ?? 0) ? row : best), 0);
  const warned = events.filter(([profile, name, at]) => profile === profiles[likeliest] && name === 'Limit Warning Shown' && at <= learnedAt);
  const days = Math.floor((learnedAt - Math.max(...warned.map(([, , at]) => at))) / day);
  const [reasons = []] = reasonsOf(told, table, Uint32Array.of(likeliest), shop);
  const said = reasons.map(({ sentence }) => sentence).join(' ');
  expect(said).toContain(`Last “Limit Warning Shown” ${days} ${days === 1 ? 'day' : 'days'} ago (half of all customers: `);
  expect(said).toContain(' days or less); it is likelier with such customers.');
});

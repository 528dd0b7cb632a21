import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveIdentifier, LiveRecord } from '../../contract/index.ts';
import { formatInstant, type Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { customer, customerAsked } from '../customer.ts';
import { customers } from '../customers.ts';
import { at, type LiveShop, openLiveShop, orderOf } from './fixtures.ts';

// Whoever comes live stands in lists, is found and has a name at once, as whoever comes in a file does.

let shop: LiveShop;
beforeAll(async () => {
  shop = await openLiveShop();
});
afterAll(() => shop.close());

const email = (value: string): LiveIdentifier => ({ namespace: 'email', value });
const told = (identifiers: readonly LiveIdentifier[], traits: Readonly<Record<string, string | boolean>>): LiveRecord => ({
  kind: 'customer',
  identifiers,
  observedAt: shop.clock.now,
  traits,
});
const seen = (...identifiers: readonly LiveIdentifier[]): LiveRecord => ({
  kind: 'event',
  identifiers,
  name: 'Seen',
  occurredAt: shop.clock.now,
  fields: {},
  properties: {},
});
const ordered = (id: string, when: string, more: Partial<Extract<LiveRecord, { kind: 'order' }>>): LiveRecord =>
  orderOf(email('ana@example.com'), id, when, more);
const list = (search?: string) =>
  shop.desk.read(async (app) => {
    const { profiles } = await customers(app, { sort: 'email', asOf: undefined, limit: 10, offset: 0, search });
    return profiles.map(({ name, email: address }) => [name, address]);
  });

test('a list shows and a search finds whoever has just come, under the newest name', async () => {
  await shop.send(['1', seen(email('first@example.com'))]);
  await shop.send(['2', told([email('ana@example.com')], { name: 'Ana Ruiz' })]);
  await shop.send(['3', seen(email('bob@example.com'))]);
  expect(await list()).toEqual([
    ['Ana Ruiz', 'ana@example.com'],
    [null, 'bob@example.com'],
    [null, 'first@example.com'],
  ]);
  expect(await list('ruiz')).toEqual([['Ana Ruiz', 'ana@example.com']]);
  shop.clock.now = at('2026-06-01T12:01:00Z');
  await shop.send(['4', told([email('bob@example.com')], { first_name: 'Bob', last_name: 'Norman' })]);
  expect(await list('norm')).toEqual([['Bob Norman', 'bob@example.com']]);
});

test('an identifier that an event brings is found, and of two who are one customer one is left', async () => {
  const browser = (value: string): LiveIdentifier => ({ namespace: 'anonymous_id', value });
  await shop.send(['5', seen(email('bob@example.com'), browser('browser-7'))]);
  expect(await list('browser-7')).toEqual([['Bob Norman', 'bob@example.com']]);
  await shop.send(['6', seen(browser('browser-8'))]);
  expect(await list('browser-8')).toEqual([[null, null]]);
  await shop.send(['7', seen(email('ana@example.com'), browser('browser-8'))]);
  expect(await list('browser-8')).toEqual([['Ana Ruiz', 'ana@example.com']]);
  expect(await list()).toHaveLength(3);
});

test('what an order says of its customer holds at once', async () => {
  const attributes = async () => (await shop.desk.read(async (app) => customer(app, await customerAsked(app, 'ana@example.com', undefined), 0))).traits;
  await shop.send(['8', ordered('A1', '2026-06-01T11:00:00Z', { fields: { city: 'Leeds' }, acceptsEmail: true })]);
  expect(await attributes()).toMatchObject({ city: 'Leeds', accepts_email: true });
  await shop.send(['9', ordered('A2', '2026-06-01T11:30:00Z', { fields: { city: 'York' }, acceptsEmail: false })]);
  expect(await attributes()).toMatchObject({ city: 'York', accepts_email: false });
});

test('an answer on consent is of when it was given, whatever else was told with it', async () => {
  const answered = async (name: string) =>
    (
      await shop.desk.read((app) =>
        app.warehouse.rows<{ at: Instant }>(
          sql`select t.observed_at as "at" from traits t join identifiers i using (identifier) where i.value = 'cid@example.com' and t.name = ${name}`,
        ),
      )
    ).map(({ at: moment }) => formatInstant(moment));
  await shop.send([
    '10',
    told([email('cid@example.com')], { accepts_email: true, email_consent_at: '2025-05-01T12:00:00Z', accepts_sms: true, city: 'Leeds' }),
  ]);
  expect(await answered('accepts_email')).toEqual(['2025-05-01T12:00:00Z']);
  // Without a moment of its own it is of the message, as everything else.
  expect(await answered('accepts_sms')).toEqual(await answered('city'));
});

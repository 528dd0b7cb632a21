import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveRecord, MembershipMoved } from '../../contract/index.ts';
import { at, type LiveShop, openLiveShop } from './fixtures.ts';

// A segment may be made before anything is there that it speaks of: the first event that there ever is brings its customer in, as every other does.

let shop: LiveShop;
const moved: MembershipMoved[] = [];
beforeAll(async () => {
  shop = await openLiveShop();
  shop.live.subscribe((some) => moved.push(...some));
});
afterAll(() => shop.close());

const did = (name: string, properties: Extract<LiveRecord, { kind: 'event' }>['properties'] = {}): LiveRecord => ({
  kind: 'event',
  identifiers: [{ namespace: 'customer_id', value: 'ann' }],
  name,
  occurredAt: shop.clock.now,
  fields: {},
  properties,
});
const is = (traits: Readonly<Record<string, string | boolean>>): LiveRecord => ({
  kind: 'customer',
  identifiers: [{ namespace: 'customer_id', value: 'ann' }],
  observedAt: shop.clock.now,
  traits,
});
const entered = () => moved.splice(0).flatMap(({ segment, entered: came }) => (segment.startsWith('library-') ? [] : [`${came ? '+' : '-'}${segment}`]));

test('an event, a property and an answer that nobody had before move whoever brings them', async () => {
  await shop.send(['1', did('Seen')]);
  await shop.define([
    ['Spun', 'count("Spin") >= 1'],
    ['Red', 'count("Spin" where colour = "red") >= 1'],
    ['Loud', 'count("Seen" where volume > 5) >= 1'],
    ['Web', 'can receive web for personalisation'],
  ]);
  moved.length = 0;
  await shop.send(['2', did('Spin', { colour: 'red' })]);
  expect(entered()).toEqual(['+red', '+spun']);
  await shop.send(['3', did('Seen', { volume: 9 })]);
  expect(entered()).toEqual(['+loud']);
  await shop.send(['4', is({ accepts_personalisation: true })]);
  expect(entered()).toEqual(['+web']);
  shop.clock.now = at('2026-06-01T12:01:00Z');
  await shop.send(['5', is({ accepts_personalisation: false })]);
  expect(entered()).toEqual(['-web']);
});

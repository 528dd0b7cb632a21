import { expect, test } from 'vitest';
import type { LiveIdentifier, LiveRecord } from '../../contract/index.ts';
import { openLiveShop } from './fixtures.ts';

test('whoever writes right after a trait has become one of another type is not refused', { timeout: 30_000 }, async () => {
  const shop = await openLiveShop();
  const who: readonly LiveIdentifier[] = [{ namespace: 'customer_id', value: 'a' }];
  const told = (size: string): LiveRecord => ({ kind: 'customer', identifiers: who, observedAt: shop.clock.now, traits: { size } });
  const seen = (name: string): LiveRecord => ({ kind: 'event', identifiers: who, name, occurredAt: shop.clock.now, fields: {}, properties: {} });
  await shop.send(['0', told('7'), seen('Before'), seen('Seen')]);
  // Its condition asks about no feature, so those of whoever has moved are made later: by whoever writes next, where that comes first.
  await shop.define([['Seen', 'count("Seen") >= 2']]);
  const written = new Promise<string>((resolve, reject) => {
    shop.live.subscribe(() => void shop.desk.write(async () => 'written').then(resolve, reject));
  });
  await shop.send(['1', told('large'), seen('Seen')]);
  expect(await written).toBe('written');
  await shop.close();
});

test('names and drafts wait for whoever writes, and not for live data', { timeout: 30_000 }, async () => {
  const shop = await openLiveShop();
  const done: string[] = [];
  const held = Promise.withResolvers<void>();
  const say = (what: string) => async (): Promise<void> => void done.push(what);
  const round = shop.desk.writeLive(() => held.promise);
  await shop.desk.define(say('a folder'));
  // From here on each waits for the one before, and the first of them for live data.
  const all = [shop.desk.write(say('a segment')), shop.desk.define(say('its name')), shop.desk.write(say('another'))];
  expect(done).toEqual(['a folder']);
  held.resolve();
  await Promise.all([round, ...all]);
  expect(done).toEqual(['a folder', 'a segment', 'its name', 'another']);
  await shop.close();
});

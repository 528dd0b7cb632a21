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

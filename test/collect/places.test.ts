import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../src/sql/index.ts';
import { startTestServer, type TestServer, writeKeyOf } from '../test-server.ts';
import { databaseOfPlaces } from './database-of-places.ts';

// An owner puts a database of places into the workspace's folder: events say where they came from, and the address is nowhere.

let server: TestServer;
beforeAll(async () => {
  const { folder, stop } = await startTestServer('empty');
  await stop();
  await writeFile(
    join(folder, 'places.mmdb'),
    databaseOfPlaces({
      '127.0.0.0/8': {
        country: { iso_code: 'GB' },
        subdivisions: [{ names: { en: 'England' } }],
        city: { names: { en: 'Leeds' } },
        location: { latitude: 53, time_zone: 'Europe/London' },
      },
      '198.51.100.0/24': { country: { iso_code: 'NL' } },
    }),
  );
  server = await startTestServer({ folder });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await server.remove();
});

test('where an event came from is kept as coarsely as a city, its address is not', { timeout: 30_000 }, async () => {
  await server.owner('POST', '/live-sources', { type: 'website', name: 'Shop' });
  await server.owner('POST', '/live-sources', { type: 'server', name: 'Till' });
  const track = async (writeKey: string, event: string, context: object): Promise<number> =>
    (
      await fetch(`${server.url}/v1/track`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ writeKey, type: 'track', anonymousId: 'a-1', event, context, timestamp: '2026-11-20T18:30:00Z' }),
      })
    ).status;
  expect(await track(await writeKeyOf(server, 'website'), 'Seen', {})).toBe(200);
  // A server's own place is not its visitors'; it may say address it speaks for.
  expect(await track(await writeKeyOf(server, 'server'), 'Own', {})).toBe(200);
  expect(await track(await writeKeyOf(server, 'server'), 'Paid', { ip: '198.51.100.7' })).toBe(200);
  expect(await track(await writeKeyOf(server, 'server'), 'Nowhere', { ip: '203.0.113.9' })).toBe(200);
  await server.service.live.settled();
  const events = await server.service.desk.read(({ warehouse }) =>
    warehouse.rows<{ name: string; properties: string | null }>(sql`select * from events order by name`),
  );
  const placesOf = new Map(
    events.map(({ name, properties }) => {
      const { country, region, city } = JSON.parse(properties ?? '{}') as Readonly<Record<string, string>>;
      return [name, [country, region, city]];
    }),
  );
  expect(placesOf).toEqual(
    new Map([
      ['Nowhere', [undefined, undefined, undefined]],
      ['Own', [undefined, undefined, undefined]],
      ['Paid', ['NL', undefined, undefined]],
      ['Seen', ['GB', 'England', 'Leeds']],
    ]),
  );
  expect(JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
    /127\.0\.0\.1|198\.51\.100|203\.0\.113/,
  );
});

import { definitionContext } from '../../src/app/definition-context.ts';
import type { Desk } from '../../src/app/desk.ts';
import { refreshAll } from '../../src/app/refresh.ts';
import type { JsonObject, Received } from '../../src/contract/index.ts';
import { instant } from '../../src/core/index.ts';
import { createSegment } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';
import { setCounter, type Warehouse } from '../../src/warehouse/index.ts';
import { randomSegments } from './random-segments.ts';

/** Customers that messages speak of. */
export const mostPeople = 200_000;

/** Whom the message of a number is about: everybody's turn comes before anybody's comes again. */
export const personOf = (number: number, people: number): number => 1 + ((number * 7919) % people);

/** Messages like those of a shop's pages, about 400 bytes each. */
export function messageOf(number: number, people = mostPeople): Received {
  const records = [
    {
      kind: 'event',
      identifiers: [{ namespace: 'anonymous_id', value: `u${personOf(number, people)}` }],
      name: ['Product Viewed', 'Product Added', 'Checkout Started', 'Email Opened'][number % 4],
      occurredAt: Date.now() * 1000,
      fields: {
        product_id: `p${number % 1000}`,
        category: ['Espresso', 'Filter Coffee', 'Tea', 'Gifts'][number % 4],
        value: number % 100,
        device: 'mobile',
        page: `/products/${number % 1000}`,
      },
      properties: { referrer: 'https://www.example.org/', position: number % 20 },
    },
  ];
  return { source: 'web', messageId: `m${number}`, receivedAt: instant(Date.now() * 1000), body: { records } as unknown as JsonObject };
}

export type LiveShop = { readonly people: number; readonly events: number; readonly segments: number; readonly seed: number };

/** Fills a new workspace: customers with a year of events, and random segments alone, everything evaluated. */
export async function fillLiveShop(desk: Desk, { people, events, segments, seed }: LiveShop): Promise<void> {
  await desk.write(async (own) => {
    const { warehouse } = own;
    await fillFacts(warehouse, { namespace: 'anonymous_id', people, events });
    await refreshAll(own, undefined);
    await own.control.updateTable('segments').set({ deleted_at: '2026-01-01T00:00:00Z' }).execute();
    const context = await definitionContext(own, 'bench');
    for (const [index, text] of randomSegments(segments, seed).texts.entries()) await createSegment(context, { name: `Random ${index}`, text });
    await refreshAll(own, undefined);
  });
}

/** Customers `u1`, `u2` … with a country, and a year of their events, straight into the tables of facts. */
export async function fillFacts(
  warehouse: Warehouse,
  { namespace, people, events }: { readonly namespace: string; readonly people: number; readonly events: number },
): Promise<void> {
  await warehouse.run(sql`insert into identifiers select i, ${namespace}, 'u' || i, i, 1 from range(1, ${people + 1}) r(i)`);
  await warehouse.run(sql`insert into links select 1, 'web', i, i from range(1, ${people + 1}) r(i)`);
  await warehouse.run(
    sql`insert into traits select 1, 'web', null, i, 'country', (['GB', 'IE', 'DE', 'FR'])[1 + (hash(i) % 4)::int], 0, now()::timestamp from range(1, ${people + 1}) r(i)`,
  );
  await warehouse.run(sql`insert into profiles select i, 1, now()::timestamp from range(1, ${people + 1}) r(i)`);
  await warehouse.run(sql`insert into events select 1, 'web', md5_number(i::varchar) >> 1, p, p, n, t, t, v, 'p' || (i % 1000), null, c, null, 'web', 'mobile', '/products/' || (i % 1000), 's' || (i // 5), '{"position":3}' from (
  select i, (hash(i) % ${people})::int + 1 as p, (['Product Viewed', 'Product Added', 'Checkout Started', 'Email Delivered', 'Email Opened', 'Email Link Clicked'])[1 + (hash(i * 3) % 6)::int] as n,
    now()::timestamp - to_seconds((hash(i * 5) % 31536000)::bigint) as t, (hash(i * 7) % 100)::double as v, (['Espresso', 'Filter Coffee', 'Tea', 'Gifts'])[1 + (hash(i * 11) % 4)::int] as c
  from range(${events}) r(i)) order by hash(n), p, t`);
  await warehouse.run(sql`insert into batches values (1, 'bench', 'web', 'events', now()::timestamp)`);
  for (const name of ['next_identifier', 'next_profile']) await setCounter(warehouse, name, people + 1);
  await setCounter(warehouse, 'facts_version', 1);
}

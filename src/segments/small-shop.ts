import { type Instant, instant, parseInstant } from '../core/index.ts';
import type { AttributeWord, Moment, Vocabulary } from '../language/index.ts';
import { sql, timestamp } from '../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../warehouse/index.ts';

/** A shop of a few customers in memory, for tests: rows are written out by hand. */
export const at = (text: string): Instant => parseInstant(text) ?? instant(0);

export async function openShop(profiles: readonly number[]): Promise<Warehouse> {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  for (const profile of profiles) await warehouse.run(sql`insert into profiles values (${profile}, 1, ${timestamp(at('2020-01-01T00:00:00Z'))})`);
  return warehouse;
}

export async function order(warehouse: Warehouse, profile: number, when: string, total: number): Promise<void> {
  await warehouse.run(
    sql`insert into orders (batch, source, order_id, identifier, profile, ordered_at, is_return, counts, total)
      values (1, 'shop', ${`${profile} ${when}`}, ${profile}, ${profile}, ${timestamp(at(when))}, ${total < 0}, true, ${total})`,
  );
}

export async function event(warehouse: Warehouse, profile: number, name: string, when: string, received = when): Promise<void> {
  await warehouse.run(
    sql`insert into events (batch, source, identifier, profile, name, occurred_at, received_at)
      values (1, 'web', ${profile}, ${profile}, ${name}, ${timestamp(at(when))}, ${timestamp(at(received))})`,
  );
}

export function vocabularyOf(words: readonly AttributeWord[] = [], segments: Readonly<Record<string, string>> = {}): Vocabulary {
  return {
    attributes: new Map(words.map((word) => [word.name, word])),
    events: ['A', 'B', 'C', 'Email Bounced', 'Unsubscribed'],
    eventProperties: new Map(),
    segments: new Map(Object.entries(segments).map(([slug, text]) => [slug, { name: slug, text }])),
    currency: 'GBP',
  };
}

export const momentOf = (now: string, vocabulary: Vocabulary = vocabularyOf(), zone = 'Europe/London'): Moment => ({
  now: at(now),
  zone,
  weekStart: 1,
  vocabulary,
  featuresTable: 'features',
});

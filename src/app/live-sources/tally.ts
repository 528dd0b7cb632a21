import type { LiveSourceVolume } from '../../contract/index.ts';
import { type Control, inTime } from '../../control/index.ts';
import { formatInstant, hour, type Instant, instant } from '../../core/index.ts';

type Counts = { received: number; duplicates: number; refused: number };

export type Tally = {
  readonly count: (slug: string, at: Instant, what: Partial<Counts>) => void;
  /** Writes what has been counted since the last time. */
  readonly flush: () => Promise<void>;
};

/** Counts what arrives, in memory, and writes it down now and then: a count that a crash loses is no message lost. */
export function tally(control: Control): Tally {
  let hours = new Map<string, Counts>();
  let seen = new Map<string, Instant>();
  return {
    count: (slug, at, what) => {
      const key = `${slug} ${formatInstant(instant(at - (at % hour)))}`;
      const counts = hours.get(key) ?? { received: 0, duplicates: 0, refused: 0 };
      counts.received += what.received ?? 0;
      counts.duplicates += what.duplicates ?? 0;
      counts.refused += what.refused ?? 0;
      hours.set(key, counts);
      if ((what.received ?? 0) > 0) seen.set(slug, at);
    },
    flush: async () => {
      const [counted, lately] = [hours, seen];
      hours = new Map();
      seen = new Map();
      try {
        await control.transaction().execute(async (transaction) => {
          for (const [key, counts] of counted) await addHour(transaction, key, counts);
          for (const [slug, at] of lately)
            await transaction
              .updateTable('live_sources')
              .set({ last_seen_at: formatInstant(at) })
              .where('slug', '=', slug)
              .execute();
        });
      } catch (error) {
        // What could not be written down, as on a full disk, is counted with what comes after it.
        for (const [key, counts] of counted) hours.set(key, sum(counts, hours.get(key)));
        for (const [slug, at] of lately) if (!seen.has(slug)) seen.set(slug, at);
        throw error;
      }
    },
  };
}

const sum = (one: Counts, other: Counts | undefined): Counts => ({
  received: one.received + (other?.received ?? 0),
  duplicates: one.duplicates + (other?.duplicates ?? 0),
  refused: one.refused + (other?.refused ?? 0),
});

async function addHour(control: Control, key: string, counts: Counts): Promise<void> {
  const [source = '', at = ''] = key.split(' ');
  await control
    .insertInto('live_source_hours')
    .values({ source, hour: at, ...counts })
    .onConflict((conflict) =>
      conflict.columns(['source', 'hour']).doUpdateSet((set) => ({
        received: set('live_source_hours.received', '+', counts.received),
        duplicates: set('live_source_hours.duplicates', '+', counts.duplicates),
        refused: set('live_source_hours.refused', '+', counts.refused),
      })),
    )
    .execute();
}

/** Hours with something in them, oldest first, from `since` on. */
export async function volumes(control: Control, slug: string, since: Instant): Promise<readonly LiveSourceVolume[]> {
  return control
    .selectFrom('live_source_hours')
    .select(['hour', 'received', 'duplicates', 'refused'])
    .where('source', '=', slug)
    .where(inTime('hour'), '>=', since)
    .orderBy('hour')
    .execute();
}

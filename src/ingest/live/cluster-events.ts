import { type Instant, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { liveBatch } from './live-batch.ts';

/** Fewer loose rows than this are no trouble to anybody. */
const fewest = 10_000;

export type Clustered = {
  /** Events that lay where they had come in. */
  readonly loose: number;
  /** What was laid anew: nothing, those alone, or all events. */
  readonly laid: 'nothing' | 'loose' | 'all';
};

/**
 * Live data appends each event where the table ends, so with time whoever asks about one kind of event reads the rows of all others. This lays them as an import does:
 * by name, customer and time. The loose ones become a run of their own, which costs what they are; once such runs are a third of all events, all are laid
 * anew. One transaction: after a crash everything lies as before. Counter `events_clustered` is the instant up to which what had been received is laid, and
 * `events_in_runs` how many lie in such runs.
 */
export async function clusterEvents(warehouse: Warehouse, at: Instant, least = fewest): Promise<Clustered> {
  return warehouse.transaction(async () => {
    const since = timestamp(instant(await counter(warehouse, 'events_clustered')));
    const isLoose = sql`batch = ${liveBatch} and received_at > ${since} and received_at <= ${timestamp(at)}`;
    const found = await warehouse.row<{ loose: number; all: number }>(sql`select count(*) filter (where ${isLoose}) as loose, count(*) as "all" from events`);
    const { loose = 0, all = 0 } = found ?? {};
    if (loose < least) return { loose, laid: 'nothing' };
    const inRuns = loose + (await counter(warehouse, 'events_in_runs'));
    const everything = inRuns * 3 >= all;
    const which = everything ? sql`true` : isLoose;
    await warehouse.run(
      sql`create or replace temp table events_laid as select * from events where ${which} order by hash(name), profile, occurred_at, received_at, record`,
    );
    await warehouse.run(sql`delete from events where ${which}`);
    await warehouse.run(sql`insert into events select * from events_laid`);
    await warehouse.run(sql`drop table events_laid`);
    await setCounter(warehouse, 'events_clustered', at);
    await setCounter(warehouse, 'events_in_runs', everything ? 0 : inRuns);
    return { loose, laid: everything ? 'all' : 'loose' };
  });
}

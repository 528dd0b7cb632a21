import type { DataSource, ImportReport } from '../contract/index.ts';
import { formatInstant, type Instant } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import type { App } from './open.ts';

/** What comes from where: every source with its imports, what it holds now, and its newest fact; the one that came last first. */
export async function dataSources(app: App): Promise<readonly DataSource[]> {
  const rows = await app.control
    .selectFrom('imports')
    .select(['source', 'kind', 'preset', 'file', 'started_at', 'report'])
    .where('status', '=', 'done')
    .orderBy('batch')
    .execute();
  const held = new Map((await factsBySource(app)).map((row) => [row.source, row]));
  const found = new Map<string, DataSource>();
  for (const { source, kind, preset, file, started_at, report } of rows) {
    const { rows: read = 0, rejected = 0 } = JSON.parse(report) as Partial<ImportReport>;
    const known = found.get(source);
    const facts = held.get(source);
    found.set(source, {
      source,
      kinds: [...new Set([...(known?.kinds ?? []), kind])],
      presets: [...new Set([...(known?.presets ?? []), preset])],
      imports: (known?.imports ?? 0) + 1,
      rows: (known?.rows ?? 0) + read,
      rejected: (known?.rejected ?? 0) + rejected,
      orders: facts?.orders ?? 0,
      events: facts?.events ?? 0,
      first_at: known?.first_at ?? started_at,
      last_at: started_at,
      last_file: file,
      newest_fact: facts?.newest === undefined || facts.newest === null ? null : formatInstant(facts.newest),
    });
  }
  return [...found.values()].toSorted((a, b) => b.last_at.localeCompare(a.last_at));
}

type Facts = { readonly source: string; readonly orders: number; readonly events: number; readonly newest: Instant | null };

const factsBySource = (app: App): Promise<readonly Facts[]> =>
  app.warehouse.rows<Facts>(sql`
    select source, sum(orders) as orders, sum(events) as events, max(newest) as newest from (
      select source, count(*) as orders, 0 as events, max(ordered_at) as newest from orders group by source
      union all select source, 0, count(*), max(occurred_at) from events group by source
      union all select source, 0, 0, max(occurred_at) from feedback group by source) group by source`);

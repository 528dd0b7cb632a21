import type { QualityFigure, QualitySource } from '../../contract/index.ts';
import { day, formatInstant, type Instant, instant } from '../../core/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

const dated = [
  ['orders', 'ordered_at'],
  ['events', 'occurred_at'],
  ['feedback', 'occurred_at'],
  ['customers', 'observed_at'],
] as const;

/** Records per source and kind, with the first and the last instant. */
export async function readSources(warehouse: Warehouse): Promise<readonly QualitySource[]> {
  const each = dated.map(
    ([table, at]) =>
      sql`select source, ${table} as kind, count(*) as records, min(${ident(at)}) as first, max(${ident(at)}) as last from ${ident(table)} group by source`,
  );
  const rows = await warehouse.rows<{ source: string; kind: string; records: number; first: number | null; last: number | null }>(
    sql`${join(each, ' union all ')} order by source, kind`,
  );
  const text = (at: number | null): string | null => (at === null ? null : formatInstant(instant(at)));
  return rows.map((row) => ({ source: row.source, kind: row.kind, records: row.records, first: text(row.first), last: text(row.last) }));
}

/** Days since the newest record of each source; surveys are asked once and then done. More than twice the longest usual pause (95th percentile of gaps between active days) is late. */
export async function freshness(warehouse: Warehouse, now: Instant): Promise<readonly QualityFigure[]> {
  const figures: QualityFigure[] = [];
  for (const [table, at] of dated.slice(0, 3)) {
    const rows = await warehouse.rows<{ source: string; rows: number; last: number; pause: number | null }>(sql`
      with days as (select source, cast(${ident(at)} as DATE) as d, count(*) as n, max(${ident(at)}) as last from ${ident(table)} where ${ident(at)} <= ${{ kind: 'timestamp', at: now }}${table === 'feedback' ? sql` and kind is distinct from 'survey'` : sql``} group by all),
        gaps as (select source, n, last, date_diff('day', lag(d) over (partition by source order by d), d) as gap from days)
      select source, sum(n)::BIGINT as rows, max(last) as last, quantile_cont(gap, 0.95) as pause from gaps group by source order by source`);
    for (const { source, rows: count, last, pause } of rows) {
      const age = (now - last) / day;
      const usual = Math.max(pause ?? 1, 1);
      figures.push({
        dimension: 'freshness',
        source,
        kind: table,
        field: at,
        rule: `${table}-are-late`,
        explanation: `Days since the newest record, against twice the longest usual pause of this source (${Math.round(usual * 10) / 10} days).`,
        score: null,
        rows: count,
        bad: 0,
        age_days: Math.round(age * 100) / 100,
        sample: [],
        fix: `Import a newer export of ${source}.`,
        severity: age <= 2 * usual ? 'good' : age <= 8 * usual ? 'look' : 'act',
      });
    }
  }
  return figures;
}

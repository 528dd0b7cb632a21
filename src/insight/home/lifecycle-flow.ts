import type { LifecycleFlowAnswer } from '../../contract/schemas.ts';
import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import { attribute, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import type { Range } from '../base/range.ts';
import { placeOfStage } from '../figures/lifecycle.ts';
import { count, counted } from '../report/words.ts';

/** Tables of features with `lifecycle` filled: as of the first instant of the range, and as of its end (or the moment, where that comes first). */
export type FlowTables = { readonly start: string; readonly end: string /** True when the end is the answer's moment. */; readonly endsNow: boolean };

type Flow = { readonly from: string | null; readonly to: string; readonly people: number; readonly revenue: number };

/** Who was in which stage at the start and is in which at the end. Stages are the workspace's own, applied to the facts up to each of the two. */
export async function lifecycleFlow(context: InsightContext, range: Range, tables: FlowTables): Promise<LifecycleFlowAnswer> {
  const rows = await context.warehouse.rows<Flow>(sql`
    select case when ${knownBefore(range)} then s.lifecycle end as "from", e.lifecycle as "to", count(*)::INTEGER as people, sum(e.total_spent)::DOUBLE as revenue
    from ${ident(tables.end)} e left join ${ident(tables.start)} s using (profile) left join ${context.features} f using (profile) where e.lifecycle is not null and (f.first_seen_at is null or f.first_seen_at < ${timestamp(range.end)}) group by 1, 2`);
  const flows = rows.toSorted((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to) || a.to.localeCompare(b.to));
  const names = [...new Set(flows.flatMap(({ from, to }) => (from === null ? [to] : [from, to])))].toSorted(
    (a, b) => place(a) - place(b) || a.localeCompare(b),
  );
  return {
    as_of: context.asOf,
    sentence: sentenceOf(flows),
    how: 'The stages of this workspace, applied to the facts up to the start of the first day and up to the end of the last. Who had not been seen before the start came in between.',
    from: range.from,
    to: range.to,
    stages: names.map((stage) => {
      const into = flows.filter(({ to }) => to === stage);
      return {
        stage,
        start: sumOf(
          flows.filter(({ from }) => from === stage),
          'people',
        ),
        end: sumOf(into, 'people'),
        people: sumOf(into, 'people'),
        revenue: sumOf(into, 'revenue'),
        expression: tables.endsNow ? text(attribute('lifecycle', '=', stage)) : null,
      };
    }),
    // What a customer was at another moment is nothing that the language can ask.
    flows: flows.map((flow) => ({ ...flow, expression: null })),
  };
}

/** Customers without any fact were on a list that says no time: they count as known all along. */
const knownBefore = ({ start }: Range): Fragment => sql`(f.first_seen_at is null or f.first_seen_at < ${timestamp(start)})`;

const place = (stage: string | null): number => (stage === null ? -1 : placeOfStage(stage));
const sumOf = (flows: readonly Flow[], what: 'people' | 'revenue'): number => flows.reduce((sum, flow) => sum + flow[what], 0);

/** The largest move between two stages, and who came. */
function sentenceOf(flows: readonly Flow[]): string {
  const came = sumOf(
    flows.filter(({ from }) => from === null),
    'people',
  );
  const moved = flows.filter(({ from, to }) => from !== null && from !== to);
  const [largest] = moved.toSorted((a, b) => b.people - a.people);
  if (largest === undefined && came === 0) return 'Nobody changed stage and nobody came in this time.';
  const moving = sumOf(moved, 'people');
  const arrivals = came === 0 ? 'Nobody new came' : `${counted(came, 'customer')} came for the first time`;
  if (largest === undefined) return `${arrivals}, and nobody else changed stage.`;
  return `${arrivals}; ${counted(moving, 'customer')} changed stage, ${largest.people * 2 > moving ? 'most of them' : 'the largest part of them'} (${count(largest.people)}) from ${largest.from ?? ''} to ${largest.to}.`;
}

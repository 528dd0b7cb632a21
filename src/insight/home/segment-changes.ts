import type { WhatChangedAnswer } from '../../contract/schemas.ts';
import type { Instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { inSegment, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { counted, dateOf, type Words } from '../report/words.ts';

type Change = {
  readonly slug: string;
  readonly entered: number;
  readonly left: number;
  readonly members: number;
  readonly members_before: number | null;
  readonly revenue: number;
  readonly revenue_before: number | null;
};

const most = 12;

/**
 * Segments that people entered or left since an instant, as the log of memberships has it, most notable first: changes weigh against the
 * square root of the size, which is how much a size of its own accord wavers. `names` are the segments that still exist.
 */
export async function segmentChanges(context: InsightContext, since: Instant, names: ReadonlyMap<string, string>): Promise<WhatChangedAnswer['segments']> {
  const rows = await context.warehouse.rows<Change>(sql`
    with moved as (select segment, count(*) filter (entered)::INTEGER as entered, count(*) filter (not entered)::INTEGER as "left"
                   from membership_changes where "at" > ${timestamp(since)} and "at" <= ${timestamp(context.at)} group by segment),
      past as (select segment, arg_max(members, "at")::INTEGER as members, arg_max(revenue, "at")::DOUBLE as revenue
               from segment_sizes where "at" <= ${timestamp(since)} and not reconstructed group by segment)
    select m.segment as slug, moved.entered, moved."left", m.members::INTEGER as members, past.members as members_before, m.revenue::DOUBLE as revenue, past.revenue as revenue_before
    from moved join members m using (segment) left join past using (segment) where m.status = 'ok'
    order by (moved.entered + moved."left") / sqrt(greatest(m.members, 1)) desc, slug`);
  return rows
    .filter(({ slug }) => names.has(slug))
    .slice(0, most)
    .map((row) => ({
      ...row,
      name: names.get(row.slug) ?? row.slug,
      sentence: sentenceOf(row, names.get(row.slug) ?? row.slug, context.words),
      expression: text(inSegment(row.slug)),
    }));
}

/** `firstEver` where nothing had come in before: then nobody moved, everybody is new, and that is no news. */
export function changesSentence(
  { workspace: { zone } }: InsightContext,
  { segments, imports }: Pick<WhatChangedAnswer, 'segments' | 'imports'>,
  since: Instant,
  firstEver: boolean,
): string {
  const accepted = imports.reduce((sum, entry) => sum + entry.accepted, 0);
  const brought = imports.length === 0 ? 'Nothing was imported' : `${counted(imports.length, 'import')} brought ${counted(accepted, 'row')}`;
  const [first] = segments;
  if (firstEver && imports.length > 0)
    return `Your first ${imports.length === 1 ? 'import' : counted(imports.length, 'import')} brought ${counted(accepted, 'row')}. From here on this says who entered and left which segment.`;
  const day = dateOf(since, zone);
  if (first === undefined) return `${brought} since ${day}, and no segment has changed.`;
  return `${brought} since ${day}. ${first.sentence}`;
}

/** `Slipping regulars: 12 came in, 3 left; 87 now, worth £1,200 more.` */
function sentenceOf({ entered, left, members, revenue, revenue_before }: Change, name: string, words: Words): string {
  const moved = [entered > 0 ? `${entered} came in` : '', left > 0 ? `${left} left` : ''].filter((part) => part !== '').join(', ');
  const difference = revenue_before === null ? 0 : Math.round(revenue - revenue_before);
  const worth = difference === 0 ? '' : `, worth ${words.money(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'}`;
  return `${name}: ${moved}; ${counted(members, 'customer')} now${worth}.`;
}

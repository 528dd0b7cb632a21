import type { MigrationAnswer } from '../../contract/schemas.ts';
import { formatInstant, type Instant, localDate } from '../../core/index.ts';
import type { AttributeWord } from '../../language/index.ts';
import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import { attribute, text, unknown } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { placeOfStage } from '../figures/lifecycle.ts';
import { counted, share } from '../report/words.ts';

/** One moment: `table` has profile, grp, total_spent as of it. */
export type MigrationMoment = { readonly at: Instant; readonly table: string; readonly isNow: boolean };
export type MigrationWish = Pick<MigrationAnswer, 'from' | 'to' | 'by' | 'choices'> & { readonly word: AttributeWord };

type Size = { readonly grp: string; readonly people: number; readonly revenue: number };
type Flow = { readonly from: string | null; readonly to: string; readonly people: number; readonly revenue: number };

/** What stands for customers without a value. */
const nobody = 'none';

/** Who was in which group at each moment, and who went from which to which between one and the next. */
export async function migration(context: InsightContext, moments: readonly MigrationMoment[], wish: MigrationWish): Promise<MigrationAnswer> {
  const { warehouse, workspace } = context;
  const { word, from, to, by, choices } = wish;
  const sizes: Size[][] = [];
  for (const moment of moments) sizes.push([...(await warehouse.rows<Size>(sizesAt(context, moment)))]);
  const flows: (Flow & { readonly step: number; readonly share: number })[] = [];
  for (const [step, end] of moments.slice(1).entries()) {
    const start = moments[step];
    if (start === undefined) continue;
    const rows = await warehouse.rows<Flow>(flowsBetween(context, start, end));
    const wholes = new Map(rows.map((row) => [row.from, rows.filter((other) => other.from === row.from).reduce((sum, { people }) => sum + people, 0)]));
    for (const row of rows) flows.push({ step, ...row, share: row.people / Math.max(1, wholes.get(row.from) ?? 1) });
  }
  const groups = [...new Set(sizes.flat().map(({ grp }) => grp))].toSorted(
    (a, b) => place(a) - place(b) || weight(sizes, b) - weight(sizes, a) || a.localeCompare(b),
  );
  const rank = (group: string | null): number => (group === null ? -1 : groups.indexOf(group));
  const ordered = flows.toSorted((a, b) => a.step - b.step || rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
  const stayed = moments.slice(1).map((_, step) => {
    const before = ordered.filter((flow) => flow.step === step && flow.from !== null);
    const all = before.reduce((sum, { people }) => sum + people, 0);
    return { step, share: all === 0 ? 0 : before.filter((flow) => flow.from === flow.to).reduce((sum, { people }) => sum + people, 0) / all };
  });
  return {
    as_of: context.asOf,
    sentence: sentenceOf(word.label, ordered, stayed),
    how: `${word.label.charAt(0).toUpperCase()}${word.label.slice(1)} as of each moment: computed from the facts up to then, by today's rules. Who had not been seen before a moment came in between.`,
    from,
    to,
    what: word.name,
    label: word.label,
    by,
    choices: [...choices],
    groups,
    moments: moments.map(({ at, isNow }, place) => ({
      date: localDate(at, workspace.zone),
      at: formatInstant(at),
      groups: (sizes[place] ?? [])
        .toSorted((a, b) => rank(a.grp) - rank(b.grp))
        .map(({ grp, people, revenue }) => ({
          group: grp,
          revenue,
          people,
          expression: isNow ? text(grp === nobody ? unknown(word.name) : attribute(word.name, '=', grp)) : null,
        })),
    })),
    flows: ordered,
    stayed,
  };
}

/** Customers without any fact were on a list that says no time: they count as known all along. */
const seenBy = (at: Instant): Fragment => sql`(f.first_seen_at is null or f.first_seen_at <= ${timestamp(at)})`;
const known = ({ table }: MigrationMoment): Fragment => ident(table);

const sizesAt = (context: InsightContext, moment: MigrationMoment): Fragment => sql`
  select coalesce(m.grp, ${nobody}) as grp, count(*)::INTEGER as people, coalesce(sum(m.total_spent), 0)::DOUBLE as revenue
  from ${known(moment)} m left join ${context.features} f using (profile) where ${seenBy(moment.at)} group by 1`;

const flowsBetween = (context: InsightContext, start: MigrationMoment, end: MigrationMoment): Fragment => sql`
  select case when ${seenBy(start.at)} then coalesce(s.grp, ${nobody}) end as "from", coalesce(e.grp, ${nobody}) as "to", count(*)::INTEGER as people, coalesce(sum(e.total_spent), 0)::DOUBLE as revenue
  from ${known(end)} e left join ${known(start)} s using (profile) left join ${context.features} f using (profile) where ${seenBy(end.at)} group by 1, 2`;

const tiers = ['high', 'medium', 'low'];
/** Stages in the order of a customer's life, tiers from above; others by size, and those without a value last. */
function place(group: string): number {
  if (group === nobody) return 1000;
  const tier = tiers.indexOf(group);
  return tier < 0 ? placeOfStage(group) : tier;
}
const weight = (sizes: readonly (readonly Size[])[], group: string): number =>
  sizes.flat().reduce((sum, { grp, people }) => sum + (grp === group ? people : 0), 0);

function sentenceOf(label: string, flows: MigrationAnswer['flows'], stayed: MigrationAnswer['stayed']): string {
  const moved = flows.filter(({ from, to }) => from !== null && from !== to);
  const came = flows.filter(({ from }) => from === null).reduce((sum, { people }) => sum + people, 0);
  const summed = [...Map.groupBy(moved, ({ from, to }) => `${from} to ${to}`)].map(([way, own]) => ({
    way,
    people: own.reduce((sum, { people }) => sum + people, 0),
  }));
  const [largest] = summed.toSorted((a, b) => b.people - a.people);
  const arrivals = came === 0 ? 'Nobody new came' : `${counted(came, 'customer')} came`;
  if (largest === undefined) return `${arrivals}, and nobody else changed: ${label}.`;
  const average = stayed.reduce((sum, each) => sum + each.share, 0) / Math.max(1, stayed.length);
  const kept =
    stayed.length === 1
      ? `${share(average)} of the others stayed where they were`
      : `${share(average)} of the others stay where they are from one month to the next`;
  return `${arrivals}; ${kept}. Most who moved went from ${largest.way}: ${counted(largest.people, 'customer')}.`;
}

import type { SatisfactionAnswer } from '../../contract/schemas.ts';
import { type Instant, writtenDate } from '../../core/index.ts';
import { type Fragment, join, sql, timestamp } from '../../sql/index.ts';
import { wilsonInterval } from '../../stats/index.ts';
import type { InsightContext } from '../base/context.ts';
import { stepTable } from '../base/range.ts';
import { type Period, periodsUpTo } from '../cohorts/periods.ts';
import type { ComparedSide } from '../compare/compare.ts';
import { count, counted, share } from '../report/words.ts';
import { loadMembers } from '../scorecard/load-members.ts';

export type SatisfactionWish = {
  readonly measure: 'nps' | 'csat';
  readonly by: 'month' | 'quarter';
  readonly segments: readonly ComparedSide[];
  /** Imports whose question says that it is answered with 1 to 10. */
  readonly oneToTen?: readonly number[];
};
type Counts = { readonly promoters: number; readonly passives: number; readonly detractors: number };
type Score = SatisfactionAnswer['periods'][number];

const mostPeriods = 12;
/** Groups of fewer answers would tell what single people said. */
const fewestAnswers = 5;

/**
 * Net promoter score (Reichheld, Harvard Business Review 81, 2003: the share of 9 and 10 less that of 0 to 6) or satisfaction (the share of 4 and 5), by period and segment, with intervals. The scale is read off
 * the data: answers of one source and import that go beyond 5 are of 0 to 10, or of 1 to 7 where there are many and none is below or beyond that; those that go beyond 10 are of a scale that nothing tells. The published score is of 0 to 10: where nobody could answer 0 the answers count as they are, and it is said.
 */
export async function satisfaction(context: InsightContext, { measure, by, segments, oneToTen = [] }: SatisfactionWish): Promise<SatisfactionAnswer> {
  const { warehouse, workspace, at } = context;
  await warehouse.run(sql`create or replace temp table insight_ratings as ${ratings(context, measure)}`);
  const span = await warehouse.row<{
    first: Instant | null;
    last: Instant | null;
    kinds: string | null;
    mean: number | null;
    all_of_them: number;
    undated: number;
  }>(
    sql`select min(occurred_at) as first, max(occurred_at) as last, string_agg(distinct kind, ', ') as kinds, avg(rating)::DOUBLE as mean, count(*)::INTEGER as all_of_them, count(*) filter (occurred_at is null)::INTEGER as undated from insight_ratings`,
  );
  const beyond = await warehouse.row<{ n: number }>(sql`select count(*)::INTEGER as n from (${scaled(context)}) where scale = 'unknown'`);
  const withoutZero = measure === 'nps' ? await answersFromOne(context, oneToTen) : 0;
  const periods = span === undefined || span.first === null || span.last === null ? [] : periodsUpTo(span.first, span.last, at, by, mostPeriods, workspace);
  await loadMembers(
    warehouse,
    segments.map(({ name, members }, place) => ({ slug: String(place), name, members })),
  );
  const overall = await countsBy(context, measure, periods, sql`null::INTEGER`, sql`insight_ratings r`);
  const bySegment =
    segments.length === 0
      ? new Map<string, Counts>()
      : await countsBy(context, measure, periods, sql`m.segment`, sql`insight_ratings r join insight_members m on m.profile = r.profile`);
  await warehouse.run(sql`drop table insight_ratings`);
  const all = sumOf(overall, '');
  const lines = segments.map(({ name, slug }, place) => ({
    name,
    slug,
    ...hidden(scoreOf(sumOf(bySegment, `${place} `), measure)),
    periods: periods.map(({ starts, complete }, step) => ({ starts, complete, ...hidden(scoreOf(bySegment.get(`${place} ${step}`) ?? nothing, measure)) })),
  }));
  return {
    as_of: context.asOf,
    sentence: `${sentenceOf(measure, scoreOf(all, measure), lines, { since: periods[0]?.starts, earlier: (span?.all_of_them ?? 0) - scoreOf(all, measure).answers })}${undatedWords(span?.undated ?? 0, periods.length > 0)}${fromOneWords(withoutZero)}${beyondWords(beyond?.n ?? 0)}`,
    how: `${measure === 'nps' ? 'The share who answered 9 or 10 less the share who answered 0 to 6, times 100' : 'The share of ratings of 4 and 5 (on a scale of 1 to 7 of 6 and 7)'}; 95% intervals (${measure === 'nps' ? 'from the spread of the three groups' : 'Wilson'}). Of fewer than ${fewestAnswers} answers no score is shown.`,
    measure,
    by,
    source: span?.kinds ?? null,
    overall: { ...hidden(scoreOf(all, measure)), mean: scoreOf(all, measure).answers < fewestAnswers ? null : (span?.mean ?? null) },
    periods: periods.map(({ starts, complete }, step) => ({ starts, complete, ...hidden(scoreOf(overall.get(` ${step}`) ?? nothing, measure)) })),
    segments: lines,
  };
}

/** The scale on which customers answered: that of 0 to 10 where there are any such answers, or none at all. */
export async function scaleOf(context: InsightContext): Promise<'nps' | 'csat'> {
  const found = await context.warehouse.row<{ wide: number; narrow: number }>(
    sql`select (select count(*) from (${ratings(context, 'nps')})) as wide, (select count(*) from (${ratings(context, 'csat')})) as narrow`,
  );
  return (found?.wide ?? 0) === 0 && (found?.narrow ?? 0) > 0 ? 'csat' : 'nps';
}

const nothing: Counts = { promoters: 0, passives: 0, detractors: 0 };

function ratings(context: InsightContext, measure: 'nps' | 'csat'): Fragment {
  return measure === 'nps'
    ? sql`select profile, kind, occurred_at, rating from (${scaled(context)}) where scale = 'ten' and rating between 0 and 10`
    : sql`select profile, kind, occurred_at, case scale when 'seven' then 1 + (rating - 1) * 4 / 6 else rating end as rating
        from (${scaled(context)}) where scale in ('five', 'seven') and rating between 1 and 7`;
}

/** Of so many who would recommend on a scale of 0 to 10 hardly ever everybody keeps within 1 to 7. */
const manyAnswers = 20;

/** Answers with the scale that those of the same source and import show. */
function scaled({ at }: InsightContext): Fragment {
  const together = sql`over (partition by source, batch, kind)`;
  return sql`select profile, source, batch, kind, occurred_at, rating,
      case when max(rating) ${together} <= 5 then 'five' when max(rating) ${together} > 10 then 'unknown'
        when max(rating) ${together} <= 7 and min(rating) ${together} >= 1 and count(*) ${together} >= ${manyAnswers} then 'seven' else 'ten' end as scale
    from feedback where rating is not null and (occurred_at is null or occurred_at <= ${timestamp(at)})`;
}

/** Where people can, about as many or more answer 0 as 1: that none of those who answered either chose 0 is chance in one of 2ⁿ cases. */
const fewestOnes = 5;

/** Answers of 0 to 10 where it seems that nobody could answer 0: none did, and the question says so or several answered 1. */
async function answersFromOne(context: InsightContext, oneToTen: readonly number[]): Promise<number> {
  const named = oneToTen.length === 0 ? sql`false` : sql`batch in (${join(oneToTen.map((batch) => sql`${batch}`))})`;
  const found = await context.warehouse.row<{ n: number }>(sql`
    select coalesce(sum(n), 0)::INTEGER as n from (select count(*) as n from (${scaled(context)}) where scale = 'ten' group by source, batch, kind
      having min(rating) >= 1 and (${named} or count(*) filter (rating < 2) >= ${fewestOnes}))`);
  return found?.n ?? 0;
}

async function countsBy(
  context: InsightContext,
  measure: SatisfactionWish['measure'],
  periods: readonly Period[],
  group: Fragment,
  from: Fragment,
): Promise<ReadonlyMap<string, Counts>> {
  const [top, middle] = measure === 'nps' ? [9, 7] : [4, 3];
  const steps = periods.length === 0 ? sql`(select -1 as step, null::TIMESTAMP as starts where false)` : stepTable(periods.map(({ start }) => start));
  const rows = await context.warehouse.rows<Counts & { group: number | null; step: number | null }>(sql`
    select d.grp as "group", s.step, count(*) filter (d.rating >= ${top})::INTEGER as promoters, count(*) filter (d.rating < ${top} and d.rating >= ${middle})::INTEGER as passives,
      count(*) filter (d.rating < ${middle})::INTEGER as detractors
    from (select ${group} as grp, r.rating, r.occurred_at from ${from}) d
    asof left join ${steps} s on d.occurred_at >= s.starts where s.step is not null or d.occurred_at is null group by 1, 2`);
  return new Map(rows.map(({ group: own, step, ...counts }) => [`${own ?? ''} ${step ?? 'undated'}`, counts]));
}

function sumOf(all: ReadonlyMap<string, Counts>, start: string): Counts {
  let sum = nothing;
  for (const [key, counts] of all)
    if (start === '' || key.startsWith(start))
      sum = { promoters: sum.promoters + counts.promoters, passives: sum.passives + counts.passives, detractors: sum.detractors + counts.detractors };
  return sum;
}

/** NPS with the interval of a difference of two shares of one sample; CSAT with Wilson's. */
export function scoreOf({ promoters, passives, detractors }: Counts, measure: 'nps' | 'csat'): Omit<Score, 'starts' | 'complete'> {
  const answers = promoters + passives + detractors;
  if (answers === 0) return { answers, score: null, low: null, high: null, promoters, passives, detractors };
  if (measure === 'csat') return { answers, score: promoters / answers, ...wilsonInterval(promoters, answers), promoters, passives, detractors };
  const [p, d] = [promoters / answers, detractors / answers];
  const half = 1.959963984540054 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / answers);
  const score = 100 * (p - d);
  return { answers, score, low: Math.max(-100, score - 100 * half), high: Math.min(100, score + 100 * half), promoters, passives, detractors };
}

const hidden = (score: Omit<Score, 'starts' | 'complete'>): Omit<Score, 'starts' | 'complete'> =>
  score.answers < fewestAnswers ? { answers: score.answers, score: null, low: null, high: null, promoters: 0, passives: 0, detractors: 0 } : score;

/** Answers without a date count, and belong to no period. */
const undatedWords = (answers: number, anyPeriod: boolean): string =>
  answers === 0
    ? ''
    : anyPeriod
      ? ` ${count(answers)} of them ${answers === 1 ? 'has no date and is' : 'have no date and are'} in no period.`
      : ' They have no dates, so nothing is told over time.';

const fromOneWords = (answers: number): string =>
  answers === 0
    ? ''
    : ` ${count(answers)} ${answers === 1 ? 'answer seems' : 'answers seem'} to be of 1 to 10, since none is 0; they count as they are. The published score is of 0 to 10, so hold this one against answers to the same question alone.`;

const beyondWords = (answers: number): string =>
  answers === 0
    ? ''
    : ` ${count(answers)} ${answers === 1 ? 'answer is' : 'answers are'} on a scale that goes beyond 10 and not counted: import them as 1 to 5, 1 to 7 or 0 to 10.`;

function sentenceOf(
  measure: 'nps' | 'csat',
  overall: Omit<Score, 'starts' | 'complete'>,
  segments: SatisfactionAnswer['segments'],
  { since, earlier }: { readonly since: string | undefined; readonly earlier: number },
): string {
  if (overall.score === null)
    return measure === 'nps'
      ? 'There are no answers on a scale of 0 to 10 yet. They come with an import of survey answers: would you recommend us?'
      : 'There are no ratings of 1 to 5 yet. They come with an import of reviews or of survey answers.';
  if (overall.answers < fewestAnswers) return `Of ${counted(overall.answers, 'answer')} no score is shown: that takes ${fewestAnswers}.`;
  const shown = (score: number): string => (measure === 'nps' ? count(Math.round(score)).replace('-', '−') : share(score));
  const range = `${shown(overall.score)} (${shown(overall.low ?? 0)} to ${shown(overall.high ?? 0)})`;
  // Other periods reach back further: the same figure of months and of quarters is of other answers.
  const from = `${counted(overall.answers, 'answer')}${earlier === 0 || since === undefined ? '' : ` since ${writtenDate(since)}`}`;
  const start = measure === 'nps' ? `The net promoter score is ${range}, from ${from}.` : `${range} of those who answered are satisfied, from ${from}.`;
  const ranked = segments.filter(({ score }) => score !== null).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best] = ranked;
  const worst = ranked.at(-1);
  if (best === undefined || worst === undefined || ranked.length < 2) return start;
  const apart = (best.low ?? 0) > (worst.high ?? 0) ? '' : ' (which may be chance)';
  return `${start} Highest in ${best.name} (${shown(best.score ?? 0)}), lowest in ${worst.name} (${shown(worst.score ?? 0)})${apart}.`;
}

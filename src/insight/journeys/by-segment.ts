import type { JourneysAnswer } from '../../contract/schemas.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Condition, Moment } from '../../language/index.ts';
import { evaluateSegments } from '../../segments/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { benjaminiHochberg, twoProportions, wilsonInterval } from '../../stats/index.ts';
import { all, between, facts, not, some, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import type { Range } from '../base/range.ts';
import type { ComparedSide } from '../compare/compare.ts';
import { counted, share } from '../report/words.ts';
import { loadMembers } from '../scorecard/load-members.ts';

export type JourneysWish = {
  readonly steps: readonly string[];
  readonly within: { readonly amount: number; readonly unit: 'minute' | 'hour' | 'day' | 'week' } | undefined;
  readonly segments: readonly ComparedSide[];
};

const fewestTouching = 5;
const mostTouchPoints = 15;

/** A funnel for each segment beside everybody's, where each loses people more than others do, and the touch points that those who got through had. */
export async function journeysBySegment(
  context: InsightContext,
  moment: Moment,
  range: Range,
  { steps, within, segments }: JourneysWish,
): Promise<JourneysAnswer> {
  const conditions = stepConditions(steps, range, within);
  const evaluations = await evaluateSegments(
    context.warehouse,
    conditions.map((condition, index) => ({ slug: `step ${index}`, text: text(condition) })),
    moment,
  );
  const reached = evaluations.map((evaluation) => {
    if (evaluation.status === 'ok') return new Set(evaluation.members());
    throw new ClienteleError('segment.syntax', { detail: evaluation.reason, hint: 'Name events that there are.' });
  });
  const everybody = groupOf('Everybody', null, '', reached, steps, conditions);
  const own = segments.map(({ name, slug, expression, members }) => {
    const chosen = new Set(members);
    return groupOf(
      name,
      slug,
      `(${expression}) and `,
      reached.map((people) => people.intersection(chosen)),
      steps,
      conditions,
    );
  });
  const against = own.map((group) =>
    group.steps.map((step, at) => {
      const before = group.steps[at - 1];
      const whole = everybody.steps[at];
      const wholeBefore = everybody.steps[at - 1];
      if (before === undefined || whole === undefined || wholeBefore === undefined) return undefined;
      return twoProportions(step.people, before.people, whole.people - step.people, wholeBefore.people - before.people, wilsonInterval);
    }),
  );
  const adjusted = benjaminiHochberg(against.flat().flatMap((test) => (test === undefined ? [] : [test.pValue])));
  let place = 0;
  const groups = own.map((group, row) => ({
    ...group,
    steps: group.steps.map((step, at) => {
      const test = against[row]?.[at];
      if (test === undefined) return step;
      const q = adjusted[place++] ?? 1;
      return { ...step, against_others: { difference: test.difference, q, found: q <= 0.05 } };
    }),
  }));
  const touch = await touchPoints(context, range, reached, steps);
  return {
    as_of: context.asOf,
    sentence: sentenceOf(everybody, groups),
    how: `Customers who did each step after the one before, the first from ${range.from} to ${range.to}. Shares of the step before with Wilson’s 95% intervals; differences to everybody outside the segment by the test of two proportions, corrected for all of them. Touch points: any other event in this time, of those who got to the last step against those who were lost right before.`,
    from: range.from,
    to: range.to,
    steps: [...steps],
    groups: [everybody, ...groups],
    touch_points: touch,
  };
}

function stepConditions(steps: readonly string[], range: Range, within: JourneysWish['within']): readonly Condition[] {
  const window = between(range.from, range.to);
  return steps.map(
    (first, index): Condition =>
      index === 0
        ? some(facts({ event: first }, { window }))
        : {
            kind: 'sequence',
            window,
            steps: steps
              .slice(0, index + 1)
              .map((name, place) => ({ facts: { of: { kind: 'event', name } }, absent: false, ...(place === 0 || within === undefined ? {} : { within }) })),
          },
  );
}

type Group = JourneysAnswer['groups'][number];

function groupOf(
  name: string,
  slug: string | null,
  prefix: string,
  reached: readonly ReadonlySet<number>[],
  steps: readonly string[],
  conditions: readonly Condition[],
): Group {
  return {
    name,
    slug,
    steps: steps.map((event, at) => {
      const people = reached[at]?.size ?? 0;
      const before = at === 0 ? people : (reached[at - 1]?.size ?? 0);
      const next = reached[at + 1];
      const [here, after] = [conditions[at], conditions[at + 1]];
      const said = (condition: Condition): string => (prefix === '' ? text(condition) : `${prefix}(${text(condition)})`);
      return {
        event,
        people,
        share: ratio(people, reached[0]?.size ?? 0),
        share_of_previous: ratio(people, before),
        ...wilsonInterval(people, before),
        against_others: null,
        expression: here === undefined ? null : said(here),
        lost: {
          people: next === undefined ? 0 : people - next.size,
          expression: here === undefined || after === undefined ? null : said(all(here, not(after))),
        },
      };
    }),
  };
}

/** Which other events those who reached the last step had, and those who were lost right before it. */
async function touchPoints(
  context: InsightContext,
  range: Range,
  reached: readonly ReadonlySet<number>[],
  steps: readonly string[],
): Promise<JourneysAnswer['touch_points']> {
  const through = reached.at(-1) ?? new Set<number>();
  const lost = (reached.at(-2) ?? new Set<number>()).difference(through);
  if (through.size < fewestTouching || lost.size < fewestTouching) return [];
  await loadMembers(context.warehouse, [
    { slug: 'through', name: '', members: Int32Array.from(through) },
    { slug: 'lost', name: '', members: Int32Array.from(lost) },
  ]);
  const rows = await context.warehouse.rows<{ event: string; through: number; lost: number }>(sql`
    select e.name as event, count(distinct e.profile) filter (m.segment = 0)::INTEGER as through, count(distinct e.profile) filter (m.segment = 1)::INTEGER as lost
    from events e join insight_members m on m.profile = e.profile
    where e.occurred_at >= ${timestamp(range.start)} and e.occurred_at < ${timestamp(range.end)} and e.occurred_at <= ${timestamp(context.at)} group by e.name`);
  const others = rows.filter(({ event, through: a, lost: b }) => !steps.includes(event) && a + b >= fewestTouching);
  const tests = others.map(({ through: a, lost: b }) => twoProportions(a, through.size, b, lost.size, wilsonInterval));
  const adjusted = benjaminiHochberg(tests.map((test) => test?.pValue ?? 1));
  return others
    .map(({ event, through: a, lost: b }, at) => ({
      event,
      reached: a / through.size,
      lost: b / lost.size,
      lift: b === 0 ? null : a / through.size / (b / lost.size),
      q: adjusted[at] ?? 1,
      found: (adjusted[at] ?? 1) <= 0.05,
      people: a,
    }))
    .toSorted((a, b) => Math.abs(b.reached - b.lost) - Math.abs(a.reached - a.lost))
    .slice(0, mostTouchPoints);
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function sentenceOf(everybody: Group, groups: readonly Group[]): string {
  const [first] = everybody.steps;
  const last = everybody.steps.at(-1);
  if (first === undefined || last === undefined || first.people === 0) return 'Nobody did the first step in this time.';
  const start = `${share(last.share)} of ${counted(first.people, 'customer')} went from ${first.event} to ${last.event}.`;
  const drops = groups.flatMap(({ name, steps }) =>
    steps.flatMap((step) => (step.against_others?.found === true && step.against_others.difference < 0 ? [{ name, step }] : [])),
  );
  const [worst] = drops.toSorted((a, b) => (a.step.against_others?.difference ?? 0) - (b.step.against_others?.difference ?? 0));
  if (worst === undefined) return `${start} No segment is lost anywhere more than the others beyond chance.`;
  return `${start} ${worst.name} are lost before ${worst.step.event} more than others: ${share(worst.step.share_of_previous)} go on to it, of all others ${share(worst.step.share_of_previous - (worst.step.against_others?.difference ?? 0))}.`;
}

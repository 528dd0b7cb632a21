import type { FunnelAnswer } from '../../contract/schemas.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Condition, Moment } from '../../language/index.ts';
import { type Evaluation, evaluateSegments } from '../../segments/index.ts';
import { all, between, facts, not, some, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import type { Range } from '../base/range.ts';
import { counted, share } from '../report/words.ts';

export type FunnelWish = {
  readonly steps: readonly string[];
  readonly within: { readonly amount: number; readonly unit: 'minute' | 'hour' | 'day' | 'week' } | undefined;
};

/**
 * Customers through ordered steps: the first inside the range, each next one strictly after and, where a time is given, at most so long after
 * the one before. A step is the language's own sequence up to it, so what is counted and what a segment finds are one computation.
 */
export async function funnel(context: InsightContext, moment: Moment, range: Range, { steps, within }: FunnelWish): Promise<FunnelAnswer> {
  const window = between(range.from, range.to);
  const conditions = steps.map((_, index): Condition => {
    const [first] = steps;
    if (index === 0) return some(facts({ event: first ?? '' }, { window }));
    return {
      kind: 'sequence',
      window,
      steps: steps.slice(0, index + 1).map((name, place) => ({
        facts: { of: { kind: 'event', name } },
        absent: false,
        ...(place === 0 || within === undefined ? {} : { within }),
      })),
    };
  });
  const evaluations = await evaluateSegments(
    context.warehouse,
    conditions.map((condition, index) => ({ slug: `step ${index}`, text: text(condition) })),
    moment,
  );
  const people = evaluations.map(countOf);
  const found = steps.map((event, index) => {
    const here = conditions[index];
    const next = conditions[index + 1];
    const count = people[index] ?? 0;
    const lost = next === undefined ? 0 : count - (people[index + 1] ?? 0);
    return {
      event,
      share: ratio(count, people[0] ?? 0),
      share_of_previous: index === 0 ? 1 : ratio(count, people[index - 1] ?? 0),
      people: count,
      expression: here === undefined ? null : text(here),
      lost: { people: lost, expression: here === undefined || next === undefined ? null : text(all(here, not(next))) },
    };
  });
  return {
    as_of: context.asOf,
    sentence: sentenceOf(found),
    how: `Customers, not visits: the first step from ${range.from} to ${range.to}, each next one after it${within === undefined ? '' : `, at most ${counted(within.amount, within.unit)} later`}. Visitors who never left a name count as one each.`,
    from: range.from,
    to: range.to,
    steps: found,
  };
}

function countOf(evaluation: Evaluation): number {
  if (evaluation.status === 'ok') return evaluation.count;
  throw new ClienteleError('segment.syntax', { detail: evaluation.reason, hint: 'Name events that there are.' });
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** How many get through, and where most are lost. */
function sentenceOf(steps: FunnelAnswer['steps']): string {
  const first = steps[0];
  const last = steps.at(-1);
  if (first === undefined || last === undefined || first.people === 0) return `Nobody did the first step in this time.`;
  const [worst] = steps.slice(0, -1).toSorted((a, b) => b.lost.people - a.lost.people);
  const after = worst === undefined || worst.lost.people === 0 ? '' : ` Most are lost after ${worst.event}: ${counted(worst.lost.people, 'customer')}.`;
  return `${share(last.people / first.people)} of ${counted(first.people, 'customer')} went from ${first.event} to ${last.event}.${after}`;
}

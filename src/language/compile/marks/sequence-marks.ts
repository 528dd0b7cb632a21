import { instant } from '../../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../../sql/index.ts';
import { later } from '../../operators/sequence/sql.ts';
import type { Sequence, SequenceStep } from '../../tree.ts';
import type { CompileContext } from '../context.ts';
import { factMarks } from './fact-marks.ts';
import type { Marks } from './mark.ts';

/** Marks of a sequence: first steps leaving its window, `then not` spans running out, and facts dated after now. */
export function sequenceMarks({ steps, window }: Sequence, context: CompileContext): readonly Marks[] {
  const [first, ...rest] = steps;
  if (first === undefined) return [];
  const firstFacts = factMarks({ ...first.facts, ...(window === undefined ? {} : { window }) }, context);
  const exits = firstFacts.inside === undefined ? [] : [{ query: oldest(firstFacts.inside), takesEffect: firstFacts.leaves }];
  const entries = rest.flatMap((step) => factMarks(step.facts, context).entries);
  return [...exits, ...firstFacts.entries, ...entries, ...waits(steps, context)];
}

const oldest =
  (inside: (scope: Fragment) => Fragment) =>
  (scope: Fragment): Fragment =>
    sql`select profile, min(t) as t from (${inside(scope)}) group by profile`;

/** The ends, still to come, of the spans in which something must not happen. */
function waits(steps: readonly SequenceStep[], context: CompileContext): readonly Marks[] {
  const { moment } = context;
  let anchor = steps[0];
  const found: Marks[] = [];
  for (const step of steps.slice(1)) {
    if (!step.absent) {
      anchor = step;
      continue;
    }
    if (step.within === undefined || anchor === undefined) continue;
    const length = { kind: 'last', amount: step.within.amount, unit: step.within.unit } as const;
    // A little wider than the span: months are of different lengths, and the end is worked out exactly below.
    const recent = factMarks(
      { ...anchor.facts, window: { ...length, ...(length.unit === 'month' || length.unit === 'year' ? { amount: length.amount + 1 } : {}) } },
      context,
    ).inside;
    if (recent === undefined) continue;
    const { within } = step;
    found.push({
      query: (scope) =>
        sql`select profile, min(ends) as t from (select profile, ${later(sql`t`, within, moment.zone)} as ends from (${recent(scope)})) where ends > ${timestamp(moment.now)} group by profile`,
      takesEffect: (t) => instant(Number(t)),
    });
  }
  return found;
}

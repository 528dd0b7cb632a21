import { instant } from '../../../core/index.ts';
import { sql, timestamp } from '../../../sql/index.ts';
import { completingFacts, later } from '../../operators/sequence/sql.ts';
import type { Sequence, SequenceStep } from '../../tree.ts';
import type { CompileContext } from '../context.ts';
import { factMarks, firstExits } from './fact-marks.ts';
import type { Marks, MarksFor } from './mark.ts';

/** Marks of a sequence: the last complete first step leaving its window, `then not` spans running out, and facts dated after now. */
export function sequenceMarks(sequence: Sequence, context: CompileContext, holding: MarksFor): readonly Marks[] {
  const { steps, window } = sequence;
  const [first, ...rest] = steps;
  if (first === undefined) return [];
  const firstFacts = factMarks({ ...first.facts, ...(window === undefined ? {} : { window }) }, context);
  const { inside, leaves } = firstFacts;
  const exits = inside === undefined ? [] : [{ query: holding === 'these facts' ? newest(sequence, context) : firstExits(inside), takesEffect: leaves }];
  const entries = rest.flatMap((step) => factMarks(step.facts, context).entries);
  return [...exits, ...firstFacts.entries, ...entries, ...waits(steps, context)];
}

/** The last of the first steps from which the sequence is complete: when it leaves the window, so does the customer. */
function newest(sequence: Sequence, context: CompileContext): Marks['query'] {
  const complete = completingFacts(sequence, context);
  return (scope) => sql`select profile, max(t) as t from (${complete(scope)}) group by profile`;
}

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

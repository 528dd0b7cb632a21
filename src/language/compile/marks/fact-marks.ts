import { type Instant, instant } from '../../../core/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../../sql/index.ts';
import type { Facts } from '../../tree.ts';
import { bounds } from '../bounds.ts';
import type { CompileContext } from '../context.ts';
import { factRows } from '../facts.ts';
import { sourceTable } from '../sources.ts';
import { entersAt, isMoving, leavesAt, stepsBack } from './edges.ts';
import type { Marks } from './mark.ts';

/** Rows inside the window now, with `profile` and `t`. */
export type Inside = (scope: Fragment, more?: Fragment) => Fragment;

/** The first of them that leaves. */
export const firstExits =
  (inside: Inside): Marks['query'] =>
  (scope) =>
    sql`select profile, min(t) as t from (${inside(scope)}) group by profile`;

export type FactMarks = {
  /** For whoever knows which of them matter; undefined where none ever leaves. */
  readonly inside: Inside | undefined;
  readonly leaves: (t: number | string) => Instant | undefined;
  /** Facts dated after now, and those that a moving window comes to or comes back to. */
  readonly entries: readonly Marks[];
};

/** How the facts of a condition enter and leave its window as time goes on. */
export function factMarks(facts: Facts, context: CompileContext): FactMarks {
  const { moment } = context;
  const { window } = facts;
  const { table, time } = sourceTable(facts.of);
  const where = factRows(facts.of, facts.where, context);
  const rows = (from: Instant | undefined, to: Instant | undefined, scope: Fragment, more: Fragment = sql``): Fragment => {
    const limits = [
      ...(from === undefined ? [] : [sql` and ${ident(time)} >= ${timestamp(from)}`]),
      ...(to === undefined ? [] : [sql` and ${ident(time)} < ${timestamp(to)}`]),
    ];
    return sql`select profile, ${ident(time)} as t${more} from ${ident(table)} where ${where}${join(limits, '')}${scope}`;
  };
  const first = (from: Instant | undefined, to: Instant | undefined) => (scope: Fragment) =>
    sql`select profile, min(t) as t from (${rows(from, to, scope)}) group by profile`;
  const upToNow = instant(moment.now + 1);
  if (!isMoving(window)) {
    const fixed = window === undefined ? { from: undefined, to: undefined } : bounds(window, moment);
    const from = fixed.from === undefined || fixed.from < upToNow ? upToNow : fixed.from;
    const future: Marks = { query: first(from, fixed.to), takesEffect: (t) => instant(Number(t)) };
    return { inside: undefined, leaves: () => undefined, entries: [future] };
  }
  const { from, to } = bounds(window, moment);
  const end = to === undefined || to > upToNow ? upToNow : to;
  const coming: Marks = { query: first(end, undefined), takesEffect: (t) => instant(Math.max(Number(t), entersAt(window, instant(Number(t)), moment))) };
  const back = stepsBack(window, moment).map(({ at, from: earlier }): Marks => ({ query: first(earlier, from), takesEffect: () => at }));
  return { inside: (scope, more) => rows(from, end, scope, more), leaves: (t) => leavesAt(window, instant(Number(t)), moment), entries: [coming, ...back] };
}

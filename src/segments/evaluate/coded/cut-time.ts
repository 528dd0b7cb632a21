import type { AggregateQuery, FactQuery } from '../../../language/index.ts';
import type { Instant } from '../../../core/index.ts';
import { type Fragment, ident, join, literal, sql, timestamp } from '../../../sql/index.ts';
import { type Span, wider } from '../span.ts';

/** The time from the earliest beginning of any window to the latest end, cut where windows begin and end. */
export type CutTime = {
  readonly span: Span;
  /** So many pieces there are, numbered from 0 in order of time. */
  readonly pieces: number;
  /** The piece in which a fact lies, over the facts. */
  readonly piece: Fragment;
  /** Is a piece (column `piece`) within a window? Undefined where all are. */
  readonly within: (window: Pick<FactQuery, 'from' | 'to'>) => Fragment | undefined;
};

export function cutTime(aggregates: readonly AggregateQuery[]): CutTime | undefined {
  const windows = aggregates.map(({ facts }): Span => facts);
  const [first] = windows;
  if (first === undefined) return undefined;
  const span = windows.reduce(wider);
  const known = windows.flatMap(({ from, to }) => [from, to]).filter((at): at is Instant => at !== undefined && at !== span.from && at !== span.to);
  const cuts = [...new Set(known)].toSorted((a, b) => a - b);
  const before = (at: Instant): number => cuts.filter((cut) => cut <= at).length;
  const time = ident(span.time);
  const passed = cuts.map((cut, index) => sql`when ${time} >= ${timestamp(cut)} then ${literal(index + 1)}`).toReversed();
  return {
    span,
    pieces: cuts.length + 1,
    piece: cuts.length === 0 ? sql`0` : sql`case ${join(passed, ' ')} else 0 end`,
    within: ({ from, to }) => {
      const limits = [
        ...(from === undefined || from === span.from ? [] : [sql`piece >= ${literal(before(from))}`]),
        ...(to === span.to ? [] : [sql`piece < ${literal(before(to))}`]),
      ];
      return limits.length === 0 ? undefined : join(limits, ' and ');
    },
  };
}

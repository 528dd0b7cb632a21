import type { AggregateQuery, FactQuery } from '../../../language/index.ts';
import type { Instant } from '../../../core/index.ts';
import { type Fragment, join, literal, sql } from '../../../sql/index.ts';
import { type Span, wider } from '../span.ts';

/** The time from the earliest beginning of any window to the latest end, cut where windows begin and end. */
export type CutTime = {
  readonly span: Span;
  /** Where it is cut, in order: a fact's piece is the number of cuts that it is not before. */
  readonly cuts: readonly Instant[];
  /** So many pieces there are. */
  readonly pieces: number;
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
  return {
    span,
    cuts,
    pieces: cuts.length + 1,
    within: ({ from, to }) => {
      const limits = [
        ...(from === undefined || from === span.from ? [] : [sql`piece >= ${literal(before(from))}`]),
        ...(to === span.to ? [] : [sql`piece < ${literal(before(to))}`]),
      ];
      return limits.length === 0 ? undefined : join(limits, ' and ');
    },
  };
}

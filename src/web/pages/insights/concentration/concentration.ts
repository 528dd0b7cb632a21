import type { LorenzPoint } from '../../../charts/lorenz-chart.tsx';
import type { Formatters } from '../../../components/format/formatters.ts';
import type { Group } from '../../../components/group/group.ts';
import type { TableBehind } from '../../../components/panel/table-behind.ts';
import type { ValueConcentration } from '../insights-query.ts';

/** The curve begins with the smallest spender; one reads it from the largest: `1 − y` of the revenue comes from the top `1 − x`. */
export const fromTheTop = (curve: ValueConcentration['curve']): readonly LorenzPoint[] =>
  curve.map(({ people_share, revenue_share }) => ({ people: 1 - people_share, value: 1 - revenue_share })).toReversed();

type Words = {
  readonly top: (share: string) => string;
  readonly quiet: (share: string, days: number) => string;
  readonly detail: (revenue: string, share: string) => string;
  readonly headers: readonly [string, string, string, string, string];
};

/** The top 1, 5, 10 and 20%, each followed by those of them who have gone quiet. */
export function concentrationTable(
  { tops, revenue: all }: ValueConcentration,
  { count, money, share }: Formatters,
  { top, quiet, detail, headers }: Words,
): { readonly table: TableBehind; readonly groups: readonly Group[] } {
  const rows = tops.flatMap((each) => [
    { title: top(share(each.top)), people: each.people, revenue: each.revenue, part: each.revenue_share, atLeast: each.at_least, expression: each.expression },
    {
      title: quiet(share(each.top), each.quiet.after_days),
      people: each.quiet.people,
      revenue: each.quiet.revenue,
      part: all === 0 ? 0 : each.quiet.revenue / all,
      atLeast: null,
      expression: each.quiet.expression,
    },
  ]);
  return {
    table: {
      columns: [
        { header: headers[0] },
        { header: headers[1], format: count },
        { header: headers[2], format: money },
        { header: headers[3], format: share },
        { header: headers[4], format: money },
      ],
      rows: rows.map(({ title, people, revenue, part, atLeast }) => [title, people, revenue, part, atLeast]),
    },
    groups: rows.map(({ title, people, revenue, part, expression }) => ({ title, people, expression, detail: detail(money(revenue), share(part)) })),
  };
}

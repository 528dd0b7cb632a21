import type { Cell } from '../../../charts/heat-map.tsx';
import type { Formatters } from '../../../components/format/formatters.ts';
import type { Group } from '../../../components/group/group.ts';
import type { TableBehind } from '../../../components/panel/table-behind.ts';
import type { RfmMap } from '../insights-query.ts';

type Words = {
  readonly cell: (recency: number, other: number) => string;
  readonly headers: readonly [string, string, string, string, string, string];
  readonly quiet: (days: number) => string;
};

export type RfmGrid = { readonly cells: readonly Cell[]; readonly table: TableBehind; readonly groups: readonly Group[] };

/** Recent at the right, often (or much) on top: the best customers are in the upper right corner. Numbers are people, shades what they spent. */
export function rfmGrid({ cells }: RfmMap, { count, money, decimal }: Formatters, { cell, headers, quiet }: Words): RfmGrid {
  const title = ({ group, recency, across }: RfmMap['cells'][number]) => group ?? cell(recency, across);
  return {
    cells: cells.map((each) => ({
      column: each.recency - 1,
      row: 5 - each.across,
      value: each.people,
      shade: Math.max(0, each.revenue),
      note: [title(each), count(each.people), money(each.revenue), ...(each.median_days_quiet === null ? [] : [quiet(each.median_days_quiet)])].join(' · '),
    })),
    table: {
      columns: [
        { header: headers[0] },
        { header: headers[1], format: count },
        { header: headers[2], format: count },
        { header: headers[3], format: count },
        { header: headers[4], format: money },
        { header: headers[5], format: decimal },
      ],
      rows: cells.map((each) => [title(each), each.recency, each.across, each.people, each.revenue, each.median_days_quiet]),
    },
    groups: cells.map((each) => ({
      title: each.group === null ? cell(each.recency, each.across) : `${each.group} · ${cell(each.recency, each.across)}`,
      people: each.people,
      expression: each.expression,
      detail: [money(each.revenue), ...(each.median_days_quiet === null ? [] : [quiet(each.median_days_quiet)])].join(' · '),
    })),
  };
}

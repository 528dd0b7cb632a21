import type { Cell } from '../../../charts/heat-map.tsx';
import type { Formatters } from '../../../components/format/formatters.ts';
import type { Group } from '../../../components/group/group.ts';
import type { TableBehind } from '../../../components/panel/table-behind.ts';
import type { Cohorts } from '../insights-query.ts';

export type Words = {
  /** `Mar 2026`, or `Q1 2026`. */
  readonly cohort: (starts: string) => string;
  readonly group: (cohort: string, after: number) => string;
  readonly running: string;
  readonly headers: readonly [string, string, string, string, string, string];
};

export type Triangle = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  readonly table: TableBehind;
  readonly groups: readonly Group[];
  /** Which rows of the table the cells are. */
  readonly rowOf: (cell: Cell) => number;
};

/**
 * One row for each cohort, one column for each period since its start. In the first everybody ordered: for retention and orders per
 * customer it says nothing and would wash out the rest, so it is left to the table.
 */
export function cohortTriangle({ cohorts, measure }: Cohorts, format: Formatters, words: Words): Triangle {
  const skipped = measure === 'revenue' ? 0 : 1;
  const longest = Math.max(0, ...cohorts.map(({ periods }) => periods.length));
  const flat = cohorts.flatMap((cohort, row) => cohort.periods.map((period) => ({ cohort, period, row })));
  const shown = flat.map((each, index) => ({ ...each, index })).filter(({ period }) => period.after >= skipped);
  const name = words.cohort;
  const value = valueFormat(measure, format);
  const cells = shown.map(({ cohort, period, row }) => ({
    column: period.after - skipped,
    row,
    value: Math.max(0, period.value),
    unfinished: !period.complete,
    note: [
      words.group(name(cohort.starts), period.after),
      value(period.value),
      format.count(period.people),
      format.money(period.revenue),
      ...(period.complete ? [] : [words.running]),
    ].join(' · '),
  }));
  return {
    rows: cohorts.map(({ starts, people }) => `${name(starts)} (${format.compact(people)})`),
    columns: Array.from({ length: Math.max(0, longest - skipped) }, (_, index) => String(index + skipped)),
    cells,
    table: {
      columns: [
        { header: words.headers[0] },
        { header: words.headers[1], format: format.count },
        { header: words.headers[2], format: format.count },
        { header: words.headers[3], format: format.share },
        { header: words.headers[4], format: format.count },
        { header: words.headers[5], format: format.money },
      ],
      notes: flat.map(({ period }) => (period.complete ? undefined : words.running)),
      rows: flat.map(({ cohort, period }) => [name(cohort.starts), period.after, period.people, period.share, period.orders, period.revenue]),
    },
    groups: flat.map(({ cohort, period }) => ({
      title: words.group(name(cohort.starts), period.after),
      people: period.people,
      expression: period.expression,
      detail: `${format.share(period.share)} · ${format.money(period.revenue)}`,
    })),
    rowOf: (cell) => shown[cells.indexOf(cell as (typeof cells)[number])]?.index ?? -1,
  };
}

export function valueFormat(measure: Cohorts['measure'], format: Formatters): (value: number) => string {
  switch (measure) {
    case 'retention':
      return format.wholeShare;
    case 'revenue':
      return format.compactMoney;
    case 'orders':
      return format.compact;
  }
}

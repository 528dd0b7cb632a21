import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../../charts/heat-map.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Retention } from './retention-query.ts';
import { rowName } from './row-name.ts';

/** One row for each beginning, one column for each period since. A row leads to its people. */
export function CellsPanel({ data }: { readonly data: Retention }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const share = data.measure === 'retention';
  const value = share ? format.wholeShare : data.measure === 'orders' ? format.decimal : format.compactMoney;
  // In the period of the start everybody is there: it would wash out the rest.
  const skipped = share || data.measure === 'orders' ? 1 : 0;
  const { cells, longest } = useMemo(() => {
    const found = data.rows.flatMap((row, at) =>
      row.cells
        .filter(({ after, value: known }) => after >= skipped && known !== null)
        .map((cell) => ({
          column: cell.after - skipped,
          row: at,
          value: Math.max(0, cell.value ?? 0),
          note: [
            t('retention.cell', { label: rowName(row, data.by, format), count: cell.after }),
            cell.low === null || cell.high === null ? value(cell.value ?? 0) : `${value(cell.value ?? 0)} (${value(cell.low)} – ${value(cell.high)})`,
            t('retention.reached', { count: cell.reached, formatted: format.count(cell.reached) }),
          ].join(' · '),
        })),
    );
    return { cells: found, longest: Math.max(0, ...found.map(({ column }) => column + 1)) };
  }, [data, skipped, value, format, t]);
  const columns = useMemo(() => Array.from({ length: longest }, (_, index) => String(index + skipped)), [longest, skipped]);
  const rows = useMemo(() => data.rows.map((row) => `${rowName(row, data.by, format)} (${format.compact(row.people)})`), [data, format]);
  return (
    <GroupPanel
      title={t(`retention.title.${data.measure}`)}
      finding={data.sentence}
      how={data.how}
      tableOnPhone
      chart={(choose) => (
        <HeatMap
          label={data.sentence}
          columns={columns}
          rows={rows}
          cells={cells}
          format={value}
          steps={share ? 'even' : 'roots'}
          numbers={columns.length <= 16}
          columnTitle={t(`retention.after.${data.by}`)}
          height={64 + rows.length * 28}
          onSelect={(cell) => choose(cell.row)}
        />
      )}
      groups={data.rows.map((row) => ({ title: rowName(row, data.by, format), people: row.people, expression: row.expression }))}
      table={{
        columns: [
          { header: t('retention.began') },
          { header: t('people'), format: format.count },
          ...columns.map((after) => ({ header: after, format: value })),
        ],
        rows: data.rows.map((row) => [row.label, row.people, ...columns.map((after) => row.cells.find((cell) => cell.after === Number(after))?.value ?? null)]),
      }}
    />
  );
}

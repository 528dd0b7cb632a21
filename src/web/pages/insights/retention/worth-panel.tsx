import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LineChart } from '../../../charts/line-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Retention } from './retention-query.ts';
import { periodName } from './row-name.ts';

/** Customer equity over time: what was still to come of all customers so far. Nothing where no value model acts. */
export function WorthPanel({ data }: { readonly data: Retention }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const rows = useMemo(
    () =>
      data.equity.flatMap(({ starts, customers, complete, by_orders_12m: worth, expected_12m: pages }) =>
        worth === null ? [] : [{ name: periodName(starts, data.by, format), customers, complete, worth, pages }],
      ),
    [data, format],
  );
  const axis = useMemo(() => rows.map(({ name }) => name), [rows]);
  const lines = useMemo(() => [{ name: t('retention.toCome'), values: rows.map(({ worth }) => worth), tone: 'value' as const }], [rows, t]);
  const [first, last] = [rows[0], rows.findLast(({ complete }) => complete)];
  if (first === undefined || last === undefined || rows.length < 2) return null;
  // Pages go by more than orders, which can not be told of earlier: the line is of orders alone, and today's sum stands beside it.
  const more = rows.some(({ worth, pages }) => worth !== pages);
  const words = { first: first.name, last: last.name, before: format.money(first.worth), money: format.money(last.worth) };
  const finding = !more
    ? t('retention.worthFinding', words)
    : [
        t('retention.worthByOrders', words),
        ...(data.expected_12m === null ? [] : [t('retention.worthPages', { money: format.money(data.expected_12m) })]),
      ].join(' ');
  return (
    <Panel
      title={t('retention.worth')}
      finding={finding}
      how={more ? `${t('retention.worthHow')} ${t('retention.worthHowMore')}` : t('retention.worthHow')}
      chart={<LineChart label={finding} axis={axis} lines={lines} format={format.compactMoney} unfinished={rows.at(-1)?.complete === false} />}
      table={{
        columns: [
          { header: t('retention.from') },
          { header: t('retention.customersSoFar'), format: format.count },
          { header: more ? t('retention.toComeByOrders') : t('retention.toCome'), format: format.money },
          ...(more ? [{ header: t('retention.asPagesSay'), format: format.money }] : []),
        ],
        rows: rows.map(({ name, customers, worth, pages }) => [name, customers, worth, ...(more ? [pages] : [])]),
      }}
    />
  );
}

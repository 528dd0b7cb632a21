import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LineChart } from '../../../charts/line-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { periodName } from './row-name.ts';
import type { Retention } from './retention-query.ts';

/** What came in from new and from returning customers, period by period. */
export function EquityPanel({ data }: { readonly data: Retention }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { equity, expected_12m: expected } = data;
  const axis = useMemo(() => equity.map(({ starts }) => periodName(starts, data.by, format)), [equity, data.by, format]);
  const lines = useMemo(
    () => [
      { name: t('retention.returning'), values: equity.map(({ revenue_returning: value }) => value), tone: 'value' as const },
      { name: t('retention.fresh'), values: equity.map(({ revenue_new: value }) => value), tone: 'growth' as const },
    ],
    [equity, t],
  );
  const last = equity.at(-1);
  if (last === undefined) return null;
  const so = t('retention.equityFinding', { customers: format.count(last.customers), each: format.money(last.per_customer) });
  const finding = expected === null ? so : `${so} ${t('retention.expected', { money: format.money(expected) })}`;
  return (
    <Panel
      title={t('retention.equity')}
      finding={finding}
      how={t('retention.equityHow')}
      chart={<LineChart label={finding} axis={axis} lines={lines} format={format.compactMoney} unfinished={!last.complete} />}
      table={{
        columns: [
          { header: t('retention.from') },
          { header: t('retention.newCustomers'), format: format.count },
          { header: t('retention.active'), format: format.count },
          { header: t('retention.fresh'), format: format.money },
          { header: t('retention.returning'), format: format.money },
          { header: t('retention.soFar'), format: format.money },
          { header: t('retention.each'), format: format.money },
        ],
        rows: equity.map((row) => [
          periodName(row.starts, data.by, format),
          row.new_customers,
          row.active_customers,
          row.revenue_new,
          row.revenue_returning,
          row.revenue_so_far,
          row.per_customer,
        ]),
      }}
    />
  );
}

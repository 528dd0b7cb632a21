import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Categories } from '../insights-query.ts';

const mostBars = 12;

/** What sold, with who bought it, who came back for it, and what came back. */
export function SoldPanel({ data }: { readonly data: Categories }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const nameOf = useMemo(() => (row: Categories['rows'][number]) => row.name ?? row.key ?? t('products.unnamed'), [t]);
  // Where no line names a price, how often each was bought is what there is to compare.
  const priced = data.rows.some(({ revenue }) => revenue !== null);
  const bars = useMemo(
    () => data.rows.slice(0, mostBars).map((row) => ({ name: nameOf(row), value: priced ? (row.revenue ?? 0) : row.orders })),
    [data, nameOf, priced],
  );
  const groups = useMemo(
    () =>
      data.rows.map((row) => ({
        title: t('products.buyersOf', { name: nameOf(row) }),
        people: row.people,
        expression: row.expression,
        detail:
          row.revenue === null
            ? t('products.unpriced')
            : t('products.soldDetail', { revenue: format.money(row.revenue), share: format.share(row.revenue_share ?? 0) }),
      })),
    [data, nameOf, format, t],
  );
  return (
    <GroupPanel
      title={t('products.sold')}
      finding={data.sentence}
      how={data.how}
      table={{
        columns: [
          { header: t(`products.one.${data.level}`) },
          { header: t('revenue'), format: format.money },
          { header: t('shareOfRevenue'), format: format.share },
          { header: t('people'), format: format.count },
          { header: t('orders'), format: format.count },
          { header: t('products.repeat'), format: format.share },
          { header: t('products.returned'), format: format.share },
          { header: t('products.first'), format: format.count },
        ],
        rows: data.rows.map((row) => [
          nameOf(row),
          row.revenue,
          row.revenue_share,
          row.people,
          row.orders,
          row.repeat,
          row.returned_share,
          row.first_bought_by,
        ]),
      }}
      groups={groups}
      chart={(choose) => <BarChart label={data.sentence} bars={bars} format={priced ? format.money : format.count} lying onSelect={choose} />}
    />
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Groups } from './groups-queries.ts';
import { modelExpression } from './model-expression.ts';

/** How many belong to each group and what they brought. */
export function SizesPanel({ data }: { readonly data: Groups }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { groups, status } = data;
  const bars = useMemo(() => groups.map(({ name, customers }) => ({ name, value: customers })), [groups]);
  const best = groups.toSorted((one, other) => (other.revenue_share ?? 0) - (one.revenue_share ?? 0))[0];
  const finding =
    best === undefined || best.revenue_share === null
      ? t('groups.sizes')
      : t('groups.sizesFinding', { name: best.name, share: format.share(best.share), revenue: format.share(best.revenue_share) });
  const acting = status === 'approved';
  return (
    <GroupPanel
      title={t('groups.sizes')}
      finding={finding}
      how={t('groups.sizesHow')}
      chart={(choose) => <BarChart label={finding} bars={bars} format={format.count} lying onSelect={choose} />}
      groups={groups.map((group) => ({
        title: group.name,
        people: group.customers,
        expression: acting ? modelExpression(group.number) : (group.rule?.text ?? null),
        detail: group.revenue === null ? undefined : format.money(group.revenue),
      }))}
      table={{
        columns: [
          { header: t('groups.group') },
          { header: t('calibration.customers'), format: format.count },
          { header: t('groups.share'), format: format.share },
          { header: t('groups.revenue'), format: format.money },
          { header: t('groups.revenueShare'), format: format.share },
        ],
        rows: groups.map(({ name, customers, share, revenue, revenue_share: revenueShare }) => [name, customers, share, revenue, revenueShare]),
      }}
    />
  );
}

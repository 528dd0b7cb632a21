import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panels } from '../../../components/panel/panel.tsx';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { type RfmMap, rfmQuery } from '../insights-query.ts';
import { RfmPanel } from './rfm-panel.tsx';

const route = getRouteApi('/shell/insights/rfm');

export function RfmPage() {
  const { t } = useTranslation('insights');
  const { across } = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery(rfmQuery({ across: 'frequency' }));
  const choices = (['frequency', 'monetary'] as const).map((value) => ({ value, label: t(`rfm.by.${value}`) }));
  return (
    <InsightsFrame
      tab="rfm"
      actions={
        <OneOf label={t('rfm.by.label')} value={across} choices={choices} onChange={(next) => void navigate({ search: { across: next }, replace: true })} />
      }
    >
      <Panels>
        <RfmPanel across={across} />
        <AskedPanel title={t('rfm.groups')} answer={answer} height={380}>
          {(data) => <Groups data={data} />}
        </AskedPanel>
      </Panels>
    </InsightsFrame>
  );
}

/** The named groups of the grid, by what they brought. */
function Groups({ data }: { readonly data: RfmMap }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const named = useMemo(() => data.groups.toSorted((one, other) => other.revenue - one.revenue), [data]);
  const bars = useMemo(() => named.map(({ name, revenue }) => ({ name, value: revenue })), [named]);
  const groups = useMemo(
    () =>
      named.map(({ name, people, expression, revenue, median_days_quiet: days }) => ({
        title: name,
        people,
        expression,
        detail: [format.money(revenue), ...(days === null ? [] : [t('quiet', { count: Math.round(days) })])].join(' · '),
      })),
    [named, format, t],
  );
  const best = named[0];
  const finding =
    best === undefined ? undefined : t('rfm.best', { group: best.name, share: format.share(best.revenue_share), people: format.share(best.share) });
  const table = {
    columns: [
      { header: t('rfm.group') },
      { header: t('people'), format: format.count },
      { header: t('shareOfBuyers'), format: format.share },
      { header: t('revenueSoFar'), format: format.money },
      { header: t('shareOfRevenue'), format: format.share },
      { header: t('quietDays'), format: format.decimal },
    ],
    rows: named.map(({ name, people, share, revenue, revenue_share, median_days_quiet }) => [name, people, share, revenue, revenue_share, median_days_quiet]),
  };
  return (
    <GroupPanel
      title={t('rfm.groups')}
      finding={finding}
      how={t('rfm.groupsHow')}
      table={table}
      groups={groups}
      chart={(choose) => <BarChart label={finding ?? t('rfm.groups')} bars={bars} format={format.money} lying onSelect={choose} />}
    />
  );
}

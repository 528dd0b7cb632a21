import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sentenceCase } from '../../../components/format/sentence-case.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { PeriodPicker } from '../../../components/period/period-picker.tsx';
import { useWorkspace } from '../../../components/use-workspace.ts';
import { rangeOf } from '../../home/range-of.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { migrationQuery } from './flows-query.ts';
import { StayedPanel } from './stayed-panel.tsx';

const route = getRouteApi('/shell/insights/flows');

/** Who went from which stage, RFM group, value tier or natural group to which. */
export function FlowsPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { asOf, zone } = useWorkspace();
  const range = rangeOf(search.period, asOf ?? new Date().toISOString(), zone);
  const asked = useQuery({ ...migrationQuery(range, search.what, search.by), enabled: asOf !== null });
  const choices = asked.data?.choices ?? [];
  return (
    <InsightsFrame
      tab="flows"
      actions={
        <>
          <Select
            aria-label={t('flows.what')}
            data={choices.map(({ name, label }) => ({ value: name, label: sentenceCase(label) }))}
            value={search.what}
            allowDeselect={false}
            onChange={(what) => (what === null ? undefined : void navigate({ search: { ...search, what }, replace: true }))}
          />
          <OneOf
            label={t('flows.by')}
            value={search.by}
            choices={(['ends', 'month'] as const).map((value) => ({ value, label: t(`flows.${value}`) }))}
            onChange={(by) => void navigate({ search: { ...search, by }, replace: true })}
          />
          <PeriodPicker
            value={{ period: search.period, compare: 'nothing' }}
            comparable={false}
            onChange={({ period }) => void navigate({ search: { ...search, period }, replace: true })}
          />
        </>
      }
    >
      <AskedPanel title={t('tab.flows')} answer={asked} height={520}>
        {(data) => (
          <>
            <FlowPanel data={data} />
            {data.stayed.length < 2 ? null : <StayedPanel data={data} />}
          </>
        )}
      </AskedPanel>
    </InsightsFrame>
  );
}

import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { segmentNamesQuery } from '../../predict/forecast/forecast-queries.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { BySegmentPanel } from './by-segment-panel.tsx';
import { OverTimePanel } from './over-time-panel.tsx';
import { satisfactionQuery } from './satisfaction-query.ts';

const route = getRouteApi('/shell/insights/satisfaction');

/** How content customers say they are: over time, and segment beside segment. */
export function SatisfactionPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: segments = [] } = useQuery(segmentNamesQuery);
  const asked = useQuery(satisfactionQuery(search));
  const set = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <InsightsFrame
      tab="satisfaction"
      told={(asked.data?.overall.answers ?? 0) > 0}
      actions={
        <>
          <OneOf
            label={t('satisfaction.measure')}
            value={search.measure ?? asked.data?.measure ?? 'nps'}
            choices={(['nps', 'csat'] as const).map((value) => ({ value, label: t(`satisfaction.${value}`) }))}
            onChange={(measure) => set({ measure })}
          />
          <OneOf
            label={t('satisfaction.by')}
            value={search.by}
            choices={(['month', 'quarter'] as const).map((value) => ({ value, label: t(`satisfaction.${value}`) }))}
            onChange={(by) => set({ by })}
          />
          <MultiSelect
            aria-label={t('satisfaction.segments')}
            placeholder={search.segments.length === 0 ? t('satisfaction.segments') : undefined}
            data={segments.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={[...search.segments]}
            searchable
            clearable
            maxValues={6}
            onChange={(next) => set({ segments: next })}
          />
        </>
      }
    >
      <AskedPanel title={t('tab.satisfaction')} answer={asked} height={420}>
        {(data) => (
          <>
            <OverTimePanel data={data} />
            {data.segments.length === 0 ? null : <BySegmentPanel data={data} />}
          </>
        )}
      </AskedPanel>
    </InsightsFrame>
  );
}

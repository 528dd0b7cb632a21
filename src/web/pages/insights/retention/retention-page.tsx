import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { segmentNamesQuery } from '../../predict/forecast/forecast-queries.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { CellsPanel } from './cells-panel.tsx';
import { EquityPanel } from './equity-panel.tsx';
import { LastingPanel } from './lasting-panel.tsx';
import { retentionQuery } from './retention-query.ts';
import { WorthPanel } from './worth-panel.tsx';

const route = getRouteApi('/shell/insights/retention');
const starts = ['first_order', 'first_channel', 'first_category', 'segment', 'event'] as const;

/** Who stays and what they bring, from whatever made them begin. */
export function RetentionPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: { ...search, ...change }, replace: true });
  const { data: segments = [] } = useQuery({ ...segmentNamesQuery, enabled: search.start === 'segment' });
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const events = vocabulary?.events ?? [];
  const of = search.of ?? (search.start === 'segment' ? segments[0]?.slug : events[0]);
  const needs = search.start === 'segment' || search.start === 'event';
  const start =
    search.start === 'segment'
      ? { kind: 'segment' as const, segment: of ?? '' }
      : search.start === 'event'
        ? { kind: 'event' as const, event: of ?? '' }
        : { kind: search.start };
  const asked = useQuery({ ...retentionQuery({ start, by: search.by, measure: search.measure }), enabled: !needs || of !== undefined });
  return (
    <InsightsFrame
      tab="retention"
      actions={
        <>
          <Select
            label={t('retention.start')}
            data={starts.map((value) => ({ value, label: t(`retention.starts.${value}`) }))}
            value={search.start}
            allowDeselect={false}
            onChange={(next) => set({ start: starts.find((each) => each === next) ?? 'first_order', of: undefined })}
          />
          {needs ? (
            <Select
              label={search.start === 'segment' ? t('retention.segment') : t('retention.event')}
              data={search.start === 'segment' ? segments.map(({ slug, name }) => ({ value: slug, label: name })) : [...events]}
              value={of ?? null}
              searchable
              allowDeselect={false}
              onChange={(next) => set({ of: next ?? undefined })}
            />
          ) : null}
          <OneOf
            label={t('cohorts.measure')}
            value={search.measure}
            choices={(['retention', 'orders', 'revenue', 'margin'] as const).map((value) => ({ value, label: t(`retention.measure.${value}`) }))}
            onChange={(measure) => set({ measure })}
          />
          <OneOf
            label={t('cohorts.by')}
            value={search.by}
            choices={(['week', 'month', 'quarter'] as const).map((value) => ({ value, label: t(`retention.by.${value}`) }))}
            onChange={(by) => set({ by })}
          />
        </>
      }
    >
      <AskedPanel title={t('tab.retention')} answer={asked} height={520}>
        {(data) => (
          <>
            <CellsPanel data={data} />
            <LastingPanel data={data} />
            <EquityPanel data={data} />
            <WorthPanel data={data} />
          </>
        )}
      </AskedPanel>
    </InsightsFrame>
  );
}

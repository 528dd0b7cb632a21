import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { PeriodPicker } from '../../../components/period/period-picker.tsx';
import { useWorkspace } from '../../../components/use-workspace.ts';
import { rangeOf } from '../../home/range-of.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { funnelQuery } from '../insights-query.ts';
import type { FunnelSearch } from '../insights-search.ts';
import { FunnelPanel } from './funnel-panel.tsx';
import { SegmentJourneys } from './journeys-panel.tsx';
import { FunnelSteps } from './funnel-steps.tsx';
import { usualSteps } from './usual-steps.ts';

const route = getRouteApi('/shell/insights/funnel');

/** How many get through events in order, and where the others stop. */
export function FunnelPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const vocabulary = useQuery(vocabularyQuery);
  const events = vocabulary.data?.events ?? [];
  const steps = search.steps.length >= 2 ? search.steps : usualSteps(events);
  const set = (change: Partial<FunnelSearch>) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <InsightsFrame
      tab="funnel"
      actions={<PeriodPicker value={{ period: search.period, compare: 'nothing' }} comparable={false} onChange={({ period }) => set({ period })} />}
    >
      {vocabulary.data !== undefined && events.length < 2 ? (
        <Panel title={t('tab.funnel')} finding={t('funnel.noEvents')} />
      ) : (
        <>
          <FunnelSteps
            steps={steps}
            events={events}
            within={search.within}
            onSteps={(next) => set({ steps: [...next] })}
            onWithin={(within) => set({ within })}
          />
          {steps.length < 2 ? null : <Result steps={steps} search={search} onSegments={(segments) => set({ segments: [...segments] })} />}
        </>
      )}
    </InsightsFrame>
  );
}

type ResultProps = {
  readonly steps: readonly string[];
  readonly search: FunnelSearch;
  readonly onSegments: (segments: readonly string[]) => void;
};

function Result({ steps, search, onSegments }: ResultProps) {
  const { t } = useTranslation('insights');
  const { asOf, zone } = useWorkspace();
  const { within, period } = search;
  const asked = {
    ...rangeOf(period, asOf ?? new Date().toISOString(), zone),
    steps: [...steps],
    ...(within === undefined ? {} : { within: { amount: within, unit: 'day' as const } }),
  };
  const answer = useQuery({ ...funnelQuery(asked), placeholderData: keepPreviousData });
  return (
    <>
      <AskedPanel title={t('tab.funnel')} answer={answer} height={300}>
        {(data) => <FunnelPanel data={data} />}
      </AskedPanel>
      <SegmentJourneys asked={asked} segments={search.segments} onSegments={onSegments} />
    </>
  );
}

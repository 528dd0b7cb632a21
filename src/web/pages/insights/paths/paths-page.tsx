import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { PeriodPicker } from '../../../components/period/period-picker.tsx';
import { useWorkspace } from '../../../components/use-workspace.ts';
import { rangeOf } from '../../home/range-of.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { pathsQuery } from '../insights-query.ts';
import { PathsPanels } from './paths-panels.tsx';

const route = getRouteApi('/shell/insights/paths');
const branches = 5;

/** What people do on a visit, from its first event on. */
export function PathsPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { asOf, zone } = useWorkspace();
  const range = rangeOf(search.period, asOf ?? new Date().toISOString(), zone);
  const answer = useQuery({ ...pathsQuery({ ...range, depth: search.depth, limit: branches }), placeholderData: keepPreviousData });
  return (
    <InsightsFrame
      tab="paths"
      actions={
        <>
          <OneOf
            label={t('paths.depth')}
            value={String(search.depth)}
            choices={['3', '4', '5', '6'].map((value) => ({ value, label: t('paths.steps', { count: Number(value) }) }))}
            onChange={(next) => void navigate({ search: { ...search, depth: Number(next) }, replace: true })}
          />
          <PeriodPicker
            value={{ period: search.period, compare: 'nothing' }}
            comparable={false}
            onChange={({ period }) => void navigate({ search: { ...search, period }, replace: true })}
          />
        </>
      }
    >
      <AskedPanel title={t('paths.title')} answer={answer} height={420}>
        {(data) => <PathsPanels data={data} period={search.period} />}
      </AskedPanel>
    </InsightsFrame>
  );
}

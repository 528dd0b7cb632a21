import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { MutesPanel } from './mutes-panel.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { SeriesPanel } from './series-panel.tsx';
import { noticesQuery, watchQuery } from './watch-query.ts';

const route = getRouteApi('/shell/insights/watch');

/** What was unusual, told once, and everything that is watched. */
export function WatchPage() {
  const { t } = useTranslation('insights');
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const notices = useQuery(noticesQuery(show));
  const watched = useQuery(watchQuery);
  return (
    <InsightsFrame
      tab="watch"
      actions={
        <OneOf
          label={t('watch.show')}
          value={show}
          choices={(['new', 'all'] as const).map((value) => ({ value, label: t(`watch.${value}`) }))}
          onChange={(next) => void navigate({ search: { show: next }, replace: true })}
        />
      }
    >
      <AskedPanel title={t('watch.notices')} answer={notices} height={240}>
        {(data) => <NoticesPanel data={data} />}
      </AskedPanel>
      <AskedPanel title={t('watch.series')} answer={watched} height={420}>
        {(data) => <SeriesPanel data={data} />}
      </AskedPanel>
      <MutesPanel />
    </InsightsFrame>
  );
}

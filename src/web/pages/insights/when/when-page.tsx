import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panels } from '../../../components/panel/panel.tsx';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { whenQuery } from '../insights-query.ts';
import { FavouritesPanel } from './favourites-panel.tsx';
import { WeekPanel } from './week-panel.tsx';

/** On which weekday and at what hour people order: when to write, and when to be there. */
export function WhenPage() {
  const { t } = useTranslation('insights');
  const answer = useQuery(whenQuery);
  return (
    <InsightsFrame tab="when">
      <AskedPanel title={t('when.title')} answer={answer} height={360}>
        {(data) => (
          <>
            {data.hours_known ? <WeekPanel data={data} /> : null}
            <Panels>
              <FavouritesPanel data={data} of="weekdays" />
              {data.hours_known ? <FavouritesPanel data={data} of="hours" /> : null}
            </Panels>
          </>
        )}
      </AskedPanel>
    </InsightsFrame>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panels } from '../../../components/panel/panel.tsx';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { purchaseGapsQuery } from '../insights-query.ts';
import { ByOrderPanel } from './by-order-panel.tsx';
import { GapsPanel } from './gaps-panel.tsx';
import { SecondOrderPanel } from './second-order-panel.tsx';

/** How long people usually take to come back: when to write, and when to worry. */
export function RhythmPage() {
  const { t } = useTranslation('insights');
  const answer = useQuery(purchaseGapsQuery);
  return (
    <InsightsFrame tab="rhythm">
      <AskedPanel title={t('rhythm.title')} answer={answer} height={380}>
        {(data) => (
          <>
            <GapsPanel data={data} />
            <Panels>
              <SecondOrderPanel data={data} />
              <ByOrderPanel data={data} />
            </Panels>
          </>
        )}
      </AskedPanel>
    </InsightsFrame>
  );
}

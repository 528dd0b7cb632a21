import { InsightsFrame } from '../frame/insights-frame.tsx';
import { ConcentrationPanel } from './concentration-panel.tsx';
import { TopsPanel } from './tops-panel.tsx';
import { Panels } from '../../../components/panel/panel.tsx';

export function ConcentrationPage() {
  return (
    <InsightsFrame tab="concentration">
      <Panels>
        <ConcentrationPanel />
        <TopsPanel />
      </Panels>
    </InsightsFrame>
  );
}

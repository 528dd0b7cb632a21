import { useQuery } from '@tanstack/react-query';
import { Panels } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { ActionsPanel } from './actions-panel.tsx';
import { actionReportQuery, actionSettingsQuery, actionsQuery } from './actions-query.ts';
import { DecidePanel } from './decide-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { SharePanel } from './share-panel.tsx';

/** The owner's actions, whom the system would do which of them for and why, what that brought, and the share that chance keeps. */
export function ActionsPage() {
  const actions = useQuery(actionsQuery);
  const settings = useQuery(actionSettingsQuery);
  const report = useQuery(actionReportQuery);
  return (
    <PredictFrame tab="actions">
      <Asked answer={actions} height={200}>
        {({ items }) => (
          <>
            <ActionsPanel actions={items} />
            {items.some(({ enabled }) => enabled) ? <DecidePanel actions={items} /> : null}
          </>
        )}
      </Asked>
      <Panels>
        <Asked answer={report} height={200}>
          {(data) => (data.decisions === 0 ? null : <ReportPanel data={data} />)}
        </Asked>
        <Asked answer={settings} height={200}>
          {(data) => <SharePanel key={JSON.stringify(data)} settings={data} />}
        </Asked>
      </Panels>
    </PredictFrame>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { ActionsPanel } from './actions-panel.tsx';
import { actionReportQuery, actionSettingsQuery, actionsQuery, toDoQuery } from './actions-query.ts';
import { DecidePanel } from './decide-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { SharePanel } from './share-panel.tsx';
import { ToDoPanel } from './to-do-panel.tsx';

/** The owner's actions, whom the system would do which of them for and why, what that brought, and the share that chance keeps. */
export function ActionsPage() {
  const actions = useQuery(actionsQuery);
  const settings = useQuery(actionSettingsQuery);
  const report = useQuery(actionReportQuery);
  const toDo = useQuery(toDoQuery);
  return (
    <PredictFrame tab="actions">
      <Asked answer={actions} height={200}>
        {({ items }) => (
          <>
            <ActionsPanel actions={items} />
            {settings.data === undefined ? null : <SharePanel key={JSON.stringify(settings.data)} settings={settings.data} />}
            {items.some(({ enabled }) => enabled) ? <DecidePanel actions={items} /> : null}
          </>
        )}
      </Asked>
      <Asked answer={toDo} height={100}>
        {(data) => (data.items.length === 0 ? null : <ToDoPanel key={data.run} data={data} />)}
      </Asked>
      <Asked answer={report} height={100}>
        {(data) => (data.decisions === 0 ? null : <ReportPanel data={data} />)}
      </Asked>
    </PredictFrame>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { GroupActions } from '../../../components/group/group-actions.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { nextStepsQuery } from '../../home/home-query.ts';

const ofThem: ReadonlySet<string> = new Set(['best_gone_quiet', 'slipping_regulars']);

/** Whom a shop can call without a model: those whom Home proposes because they are overdue or have gone quiet. Nothing where there are none. */
export function Meanwhile() {
  const { t } = useTranslation('predict');
  const { data } = useQuery(nextStepsQuery(undefined));
  const steps = data?.steps.filter(({ kind }) => ofThem.has(kind)) ?? [];
  if (steps.length === 0) return null;
  return (
    <Panel title={t('calls.meanwhile')} finding={t('calls.meanwhileWhat')}>
      {steps.map(({ kind, title, why, action, people, expression, segment_name: segmentName }) => (
        <div key={kind}>
          <h3>{title}</h3>
          <p>
            {why} {action}
          </p>
          <GroupActions group={{ title, people, expression, segmentName }} />
        </div>
      ))}
    </Panel>
  );
}

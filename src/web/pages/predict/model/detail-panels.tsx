import type { Card } from '../predict-queries.ts';
import { ClassifierPanels } from './classifier-panels.tsx';
import { GroupsDetail } from './groups-detail.tsx';
import { RecommenderPanel } from './recommender-panel.tsx';
import { TimingPanels } from './timing-panels.tsx';
import { ValuePanels } from './value-panels.tsx';

/** What only this kind of model can tell. */
export function DetailPanels({ card: { details } }: { readonly card: Pick<Card, 'details'> }) {
  switch (details.kind) {
    case 'value':
      return <ValuePanels details={details} />;
    case 'classifier':
      return <ClassifierPanels details={details} />;
    case 'groups':
      return <GroupsDetail />;
    case 'recommendations':
      return <RecommenderPanel details={details} />;
    case 'timing':
      return <TimingPanels details={details} />;
  }
}

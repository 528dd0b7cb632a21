import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../../components/waiting/asked.tsx';
import { featuresQuery } from '../settings-queries.ts';
import { ScoresEditor } from './scores-editor.tsx';

/** How RFM scores, RFM groups and value tiers are made here. */
export function ScoresPart() {
  return <Asked answer={useQuery(featuresQuery)}>{(kept) => <ScoresEditor key={JSON.stringify(kept)} kept={kept} />}</Asked>;
}

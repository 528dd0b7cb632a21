import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { openJobsQuery } from '../../../api/jobs.ts';
import { beginsToAct } from './begins-to-act.ts';

/** `beginsToAct`, followed: a job that is over is told until the answer has come that holds what it changed, or its model would wait for a decision once more in between. */
export function useBeginsToAct(answering: boolean): ReadonlyMap<string, string> {
  const { data: open = [] } = useQuery(openJobsQuery);
  const now = beginsToAct(open);
  const [before, setBefore] = useState(now);
  const told = answering ? new Map([...before, ...now]) : now;
  if (told.size !== before.size || [...told].some(([model, job]) => before.get(model) !== job)) setBefore(told);
  return told;
}

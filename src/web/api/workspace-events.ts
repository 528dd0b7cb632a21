import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen } from './event-stream.ts';
import { isOver, jobIn, rememberJob } from './jobs.ts';
import { type Area, counted, key } from './keys.ts';
import { rememberMoves } from './moves.ts';

/** Follows what happens in the workspace, whoever caused it: progress of jobs, and what has become stale. */
export function useWorkspaceEvents(): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      listen('/api/v1/events', {
        names: ['job', 'moved', 'changed', 'notice'],
        resumed: () => void queryClient.invalidateQueries(),
        message: (name, data) => {
          const job = name === 'job' ? jobIn(data) : undefined;
          if (job !== undefined) rememberJob(queryClient, job);
          else if (name === 'moved') rememberMoves(queryClient, data);
          else if (name === 'notice') void queryClient.invalidateQueries({ queryKey: key('insights', 'notices') });
          else if (name === 'changed') for (const area of areasOf(data)) void queryClient.invalidateQueries({ queryKey: key(area) });
          if (job !== undefined && isOver(job)) void queryClient.invalidateQueries({ queryKey: key('jobs') });
        },
      }),
    [queryClient],
  );
}

/** `{ "areas": ["segments"] }`; without a list everything that is counted. */
function areasOf(data: unknown): readonly Area[] {
  if (typeof data === 'object' && data !== null && 'areas' in data && Array.isArray(data.areas)) return data.areas as readonly Area[];
  return counted;
}

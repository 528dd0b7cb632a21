import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Job } from '../../contract/schemas.ts';
import { answer, client } from './client.ts';
import { listen } from './event-stream.ts';
import { counted, key } from './keys.ts';

export const isOver = (job: Job): boolean => job.status === 'done' || job.status === 'failed' || job.status === 'cancelled';

/** Jobs that are waiting or running, oldest first. Kept up to date by the events of the workspace. */
export const openJobsQuery = queryOptions({
  queryKey: key('jobs', 'open'),
  queryFn: async ({ signal }): Promise<readonly Job[]> => {
    const { items } = await answer(client.GET('/api/v1/jobs', { signal }));
    return items.filter((job) => !isOver(job)).toSorted((a, b) => a.created_at.localeCompare(b.created_at));
  },
});

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: key('jobs', 'one', id),
    queryFn: ({ signal }): Promise<Job> => answer(client.GET('/api/v1/jobs/{id}', { params: { path: { id } }, signal })),
  });

/** A job as it goes on: asked for once, then followed by its events, also across a reload of the page or a restart of the server. */
export function useJob(id: string | undefined) {
  const queryClient = useQueryClient();
  const job = useQuery({ ...jobQuery(id ?? ''), enabled: id !== undefined });
  const over = job.data !== undefined && isOver(job.data);
  useEffect(() => {
    if (id === undefined || over) return undefined;
    return listen(`/api/v1/jobs/${encodeURIComponent(id)}/events`, {
      names: ['job'],
      message: (_name, data, close) => {
        const changed = jobIn(data);
        if (changed === undefined) return;
        rememberJob(queryClient, changed);
        if (isOver(changed)) close();
      },
    });
  }, [id, over, queryClient]);
  return job;
}

export async function cancelJob(id: string): Promise<void> {
  await client.DELETE('/api/v1/jobs/{id}', { params: { path: { id } } });
}

/** Puts a job's new state wherever it is shown. What it counted is stale once it is done. */
export function rememberJob(queryClient: QueryClient, job: Job): void {
  queryClient.setQueryData(jobQuery(job.id).queryKey, job);
  queryClient.setQueryData(openJobsQuery.queryKey, (open: readonly Job[] | undefined) => {
    const others = (open ?? []).filter(({ id }) => id !== job.id);
    return isOver(job) ? others : [...others, job].toSorted((a, b) => a.created_at.localeCompare(b.created_at));
  });
  if (job.status === 'done') for (const area of [...counted, 'session' as const]) void queryClient.invalidateQueries({ queryKey: key(area) });
}

/** An event is a job, or an object that holds one. */
export function jobIn(data: unknown): Job | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('job' in data) return jobIn(data.job);
  return 'id' in data && 'status' in data && 'kind' in data ? (data as Job) : undefined;
}

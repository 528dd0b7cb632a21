import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Job } from '../../../contract/schemas.ts';
import { rememberJob } from '../../api/jobs.ts';

/** Begins long work and shows it among the jobs at once. */
export function useJobAction<Asked>(begin: (asked: Asked) => Promise<Job>) {
  const queryClient: QueryClient = useQueryClient();
  return useMutation({ mutationFn: begin, onSuccess: (job) => rememberJob(queryClient, job) });
}

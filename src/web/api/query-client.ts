import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem.ts';

/** Answers stay fresh until an event says otherwise; only a server that did not answer is asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => isProblem(error) && (error.body.status === 0 || error.body.status === 503) && count < 2,
      },
      mutations: { retry: false },
    },
  });
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import type { Goal } from './home-query.ts';

const goalQuery = queryOptions({
  queryKey: key('home', 'goal'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/goal', { signal })),
});

/** What the owner wants to achieve; `known` is false until that is answered, one way or the other. */
export function useGoal(): { readonly known: boolean; readonly goal: Goal | undefined } {
  const { data, isPending } = useQuery(goalQuery);
  return { known: !isPending, goal: data?.goal?.goal };
}

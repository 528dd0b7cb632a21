import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';

export const goalQuery = queryOptions({
  queryKey: key('settings', 'goal'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/goal', { signal }))).goal,
});

import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export const schedulesQuery = queryOptions({
  queryKey: key('imports', 'schedules'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/schedules', { signal }))).items,
});

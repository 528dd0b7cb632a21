import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export const segmentListQuery = queryOptions({
  queryKey: key('segments', 'list'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/segments', { signal }))).items,
});

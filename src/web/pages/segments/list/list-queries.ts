import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

/** Everybody's segments with the members they had on a day. */
export const segmentListAt = (asOf: string) =>
  queryOptions({
    queryKey: key('segments', 'list', asOf),
    queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/segments', { params: { query: { as_of: asOf } }, signal }))).items,
  });

export const segmentListQuery = queryOptions({
  queryKey: key('segments', 'list'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/segments', { signal }))).items,
});

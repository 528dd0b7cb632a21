import { queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Notices = Answered<'/api/v1/notices'>;
export type OneNotice = Notices['items'][number];
export type Watched = Answered<'/api/v1/watch'>;
export type OneSeries = Watched['series'][number];

export const noticesQuery = (status: 'new' | 'all') =>
  queryOptions({
    queryKey: key('insights', 'notices', status),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/notices', { params: { query: { limit: 50, ...(status === 'new' ? { status } : {}) } }, signal })),
  });

export const mutesQuery = queryOptions({
  queryKey: key('insights', 'mutes'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/notice-mutes', { signal })),
});

export const watchQuery = queryOptions({
  queryKey: key('insights', 'watch'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/watch', { signal })),
});

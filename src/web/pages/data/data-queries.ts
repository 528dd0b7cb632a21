import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';

export const qualityQuery = queryOptions({ queryKey: key('data', 'quality'), queryFn: ({ signal }) => answer(client.GET('/api/v1/quality', { signal })) });
export const duplicatesQuery = queryOptions({
  queryKey: key('data', 'duplicates'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/duplicates', { params: { query: { limit: 500 } }, signal })),
});
export const mergesQuery = queryOptions({ queryKey: key('data', 'merges'), queryFn: ({ signal }) => answer(client.GET('/api/v1/merges', { signal })) });
export const catalogueQuery = queryOptions({
  queryKey: key('data', 'catalogue'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/catalogue', { signal })),
});
export const doctorQuery = queryOptions({ queryKey: key('data', 'doctor'), queryFn: ({ signal }) => answer(client.GET('/api/v1/doctor', { signal })) });

import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';

const at = (slug: string) => ({ params: { path: { slug } } });

export const sourcesQuery = queryOptions({
  queryKey: key('live-sources'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/live-sources', { signal })),
  refetchInterval: 15_000,
});

export const sourceQuery = (slug: string) =>
  queryOptions({
    queryKey: key('live-sources', slug),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/live-sources/{slug}', { signal, ...at(slug) })),
    refetchInterval: 15_000,
  });

export const sourceKeysQuery = (slug: string) =>
  queryOptions({
    queryKey: key('live-sources', slug, 'keys'),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/live-sources/{slug}/keys', { signal, ...at(slug) })),
  });

export const messagesQuery = (slug: string) =>
  queryOptions({
    queryKey: key('live-sources', slug, 'messages'),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/live-sources/{slug}/messages', { signal, ...at(slug) })),
  });

export const quarantineQuery = (slug: string) =>
  queryOptions({
    queryKey: key('live-sources', slug, 'quarantine'),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/live-sources/{slug}/quarantine', { signal, ...at(slug) })),
  });

export const volumesQuery = (slug: string) =>
  queryOptions({
    queryKey: key('live-sources', slug, 'volumes'),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/live-sources/{slug}/volumes', { signal, params: { path: { slug }, query: { days: 7 } } })),
    refetchInterval: 30_000,
  });

export const shapesQuery = (slug: string) =>
  queryOptions({
    queryKey: key('live-sources', slug, 'shapes'),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/live-sources/{slug}/shapes', { signal, ...at(slug) })),
  });

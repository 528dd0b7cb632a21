import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

// Each definition is a question of its own: an answer that comes late is an answer to its own question and never stands beside a
// newer one. A question nobody asks any more is aborted.

export const detailQuery = (text: string) =>
  queryOptions({
    queryKey: key('segments', 'preview', 'detail', text),
    queryFn: async ({ signal }) => ({ asked: text, ...(await answer(client.POST('/api/v1/preview/detail', { body: { text }, signal }))) }),
    enabled: text !== '',
  });

export const reachQuery = (text: string) =>
  queryOptions({
    queryKey: key('segments', 'preview', 'reach', text),
    queryFn: async ({ signal }) => ({ asked: text, ...(await answer(client.POST('/api/v1/preview/reach', { body: { text }, signal }))) }),
    enabled: text !== '',
  });

export const explainQuery = (text: string, customer: number) =>
  queryOptions({
    queryKey: key('segments', 'preview', 'explain', text, customer),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/explain', { body: { segment: text, customer: String(customer) }, signal })),
  });

export const impactQuery = (slug: string, text: string) =>
  queryOptions({
    queryKey: key('segments', 'impact', slug, text),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/segments/{slug}/impact', { params: { path: { slug } }, body: { text }, signal })),
    staleTime: 0,
  });

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';

const path = (slug: string) => ({ path: { slug } });

export const flowQuery = (slug: string) =>
  queryOptions({
    queryKey: key('segments', 'flow', slug),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/segments/{slug}/flow', { params: path(slug), signal })),
  });

export const compositionQuery = (slug: string) =>
  queryOptions({
    queryKey: key('segments', 'composition', slug),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/segments/{slug}/composition', { params: path(slug), signal })),
  });

export const valueQuery = (slug: string) =>
  queryOptions({
    queryKey: key('segments', 'value', slug),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/segments/{slug}/value', { params: path(slug), signal })),
  });

/** Monthly sizes of the last year. The past before a segment's first evaluation is worked out from the facts, which takes its time. */
export const sizesQuery = (slug: string) =>
  queryOptions({
    queryKey: key('segments', 'sizes', slug),
    queryFn: async ({ signal }) =>
      (await answer(client.GET('/api/v1/segments/{slug}/history', { params: { ...path(slug), query: { every: 'month' } }, signal }))).items,
  });

export type MemberSort = 'spent' | 'orders' | 'recent' | 'since';

export const membersQuery = (slug: string, sort: MemberSort) =>
  infiniteQueryOptions({
    queryKey: key('segments', 'members', slug, sort),
    queryFn: ({ signal, pageParam }) =>
      answer(
        client.GET('/api/v1/segments/{slug}/members', {
          params: { ...path(slug), query: { sort, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const scorecardQuery = (slug: string) =>
  queryOptions({
    queryKey: key('segments', 'scorecard', slug),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/scorecards', { params: { query: { segment: slug } }, signal })),
  });

/** Pairs of segments with the people they share; of all segments where none are named. */
export const overlapQuery = (slugs: readonly string[]) =>
  queryOptions({
    queryKey: key('segments', 'overlap', slugs),
    queryFn: async ({ signal }) =>
      (await answer(client.GET('/api/v1/overlap', { params: { query: slugs.length === 0 ? {} : { segments: slugs.join(',') } }, signal }))).items,
  });

export const explanationQuery = (segment: string, customer: string) =>
  queryOptions({
    queryKey: key('segments', 'explanation', segment, customer),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/explain', { body: { segment, customer }, signal })),
    enabled: customer !== '',
    retry: false,
  });

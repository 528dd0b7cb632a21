import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import type { paths } from '../../api/schema.ts';

type Ok<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Answer } } };
}
  ? Answer
  : never;
export type Customer = Ok<'/api/v1/customers/{id}', 'get'>;
export type StoryEntry = Ok<'/api/v1/customers/{id}/timeline', 'get'>['items'][number];
export type Note = Ok<'/api/v1/customers/{id}/notes', 'get'>['items'][number];

export type Rhythm = Ok<'/api/v1/customers/{id}/rhythm', 'get'>;

const pageSize = 30;

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: key('customers', 'one', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers/{id}', { params: { path: { id }, query: { timeline: 0 } }, signal })),
  });

/** `kinds` empty for everything. */
export const storyQuery = (id: string, kinds: string) =>
  infiniteQueryOptions({
    queryKey: key('customers', 'timeline', id, kinds),
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/customers/{id}/timeline', {
          params: { path: { id }, query: { limit: pageSize, ...(kinds === '' ? {} : { kinds }), ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: key('customers', 'notes', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers/{id}/notes', { params: { path: { id } }, signal })),
  });

/** Why a customer is in a segment, asked when somebody wants to know. */
export const whyQuery = (segment: string, id: string) =>
  queryOptions({
    queryKey: key('customers', 'why', id, segment),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/explain', { body: { segment, customer: id }, signal })),
  });

export const rhythmQuery = (id: string) =>
  queryOptions({
    queryKey: key('customers', 'rhythm', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers/{id}/rhythm', { params: { path: { id } }, signal })),
  });

export const comingChangesQuery = (id: string) =>
  queryOptions({
    queryKey: key('customers', 'changes', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers/{id}/changes', { params: { path: { id } }, signal })),
  });

export const sameQuery = (id: string) =>
  queryOptions({
    queryKey: key('customers', 'duplicates', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers/{id}/duplicates', { params: { path: { id } }, signal })),
  });

export const mergedQuery = (id: string) =>
  queryOptions({
    queryKey: key('customers', 'merges', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers/{id}/merges', { params: { path: { id } }, signal })),
  });

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Answered, AnsweredPost } from '../../api/answered.ts';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import type { paths } from '../../api/schema.ts';

type Query<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Asked } } } ? NonNullable<Asked> : never;
type Body<Path extends keyof paths> = paths[Path] extends { post: { requestBody: { content: { 'application/json': infer Asked } } } } ? Asked : never;

export type Prediction = Answered<'/api/v1/predictions'>['items'][number];
export type OneModel = Answered<'/api/v1/predictions/{model}'>;
export type Card = Answered<'/api/v1/predictions/{model}/card'>;
export type Details<Kind extends Card['details']['kind']> = Extract<Card['details'], { readonly kind: Kind }>;
export type Comparison = Answered<'/api/v1/predictions/{model}/comparison'>;
export type Scored = Answered<'/api/v1/predictions/{model}/customers'>;
export type Targets = Answered<'/api/v1/predictions/targets'>;
export type Checked = AnsweredPost<'/api/v1/predictions/check'>;
export type Question = Body<'/api/v1/predictions/check'>;
export type Settings = Answered<'/api/v1/predictions/settings'>;
export type CallList = Answered<'/api/v1/predictions/calls'>;
export type OneCall = CallList['items'][number];

export const predictionsQuery = queryOptions({
  queryKey: key('predictions', 'list'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/predictions', { signal })),
});

export const modelQuery = (model: string) =>
  queryOptions({
    queryKey: key('predictions', 'one', model),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/predictions/{model}', { params: { path: { model } }, signal })),
  });

/** Whether what customers’ pages add up to agrees with the shop's own forecast. */
export const besideForecastQuery = queryOptions({
  queryKey: key('predictions', 'beside-forecast'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/predictions/value/beside-forecast', { signal })),
});

export const cardQuery = (model: string, version: number | undefined) =>
  queryOptions({
    queryKey: key('predictions', 'card', model, version),
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/predictions/{model}/card', { params: { path: { model }, query: version === undefined ? {} : { version } }, signal })),
    retry: false,
  });

export const comparisonQuery = (model: string) =>
  queryOptions({
    queryKey: key('predictions', 'comparison', model),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/predictions/{model}/comparison', { params: { path: { model } }, signal })),
  });

export const scoredQuery = (model: string, asked: { readonly sort: 'score' | 'stake'; readonly least: number; readonly most: number }) =>
  infiniteQueryOptions({
    queryKey: key('predictions', 'customers', model, asked),
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/predictions/{model}/customers', {
          params: { path: { model }, query: { ...asked, limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    retry: false,
  });

export const targetsQuery = queryOptions({
  queryKey: key('predictions', 'targets'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/predictions/targets', { signal })),
});

export const checkQuery = (question: Question) =>
  queryOptions({
    queryKey: key('predictions', 'check', question),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/predictions/check', { body: question, signal })),
    retry: false,
  });

export const settingsQuery = queryOptions({
  queryKey: key('predictions', 'settings'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/predictions/settings', { signal })),
});

export const callsQuery = (query: Query<'/api/v1/predictions/calls'>) =>
  queryOptions({
    queryKey: key('predictions', 'calls', query),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/predictions/calls', { params: { query }, signal })),
  });

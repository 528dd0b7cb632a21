import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Answered, AnsweredPost } from '../../api/answered.ts';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import type { paths } from '../../api/schema.ts';

type Query<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Asked } } } ? NonNullable<Asked> : never;
type Body<Path extends keyof paths> = paths[Path] extends { post: { requestBody: { content: { 'application/json': infer Asked } } } } ? Asked : never;

export type RfmMap = Answered<'/api/v1/insights/rfm'>;
export type ValueConcentration = Answered<'/api/v1/home/value-concentration'>;
export type Cohorts = Answered<'/api/v1/insights/cohorts'>;
export type Affinity = Answered<'/api/v1/insights/affinity'>;
export type Categories = Answered<'/api/v1/insights/categories'>;
export type PurchaseGaps = Answered<'/api/v1/insights/purchase-gaps'>;
export type WhenTheyBuy = Answered<'/api/v1/insights/when'>;
export type WhereTheyBuy = Answered<'/api/v1/insights/where'>;
export type Paths = Answered<'/api/v1/insights/paths'>;
export type Funnel = AnsweredPost<'/api/v1/insights/funnel'>;
export type CrossTabulation = AnsweredPost<'/api/v1/insights/cross-tabulation'>;

export const rfmQuery = (query: Query<'/api/v1/insights/rfm'>) =>
  queryOptions({
    queryKey: key('insights', 'rfm', query),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/rfm', { params: { query }, signal })),
  });

export const concentrationQuery = queryOptions({
  queryKey: key('insights', 'concentration'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/home/value-concentration', { signal })),
});

export const cohortsQuery = (query: Query<'/api/v1/insights/cohorts'>) =>
  queryOptions({
    queryKey: key('insights', 'cohorts', query),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/cohorts', { params: { query }, signal })),
  });

export const affinityQuery = (query: Query<'/api/v1/insights/affinity'>) =>
  queryOptions({
    queryKey: key('insights', 'affinity', query),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/affinity', { params: { query }, signal })),
  });

export const categoriesQuery = (query: Query<'/api/v1/insights/categories'>) =>
  queryOptions({
    queryKey: key('insights', 'categories', query),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/categories', { params: { query }, signal })),
  });

export const purchaseGapsQuery = queryOptions({
  queryKey: key('insights', 'purchase-gaps'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/purchase-gaps', { signal })),
});

export const whenQuery = queryOptions({
  queryKey: key('insights', 'when'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/when', { signal })),
});

export const whereQuery = (query: Query<'/api/v1/insights/where'>) =>
  queryOptions({
    queryKey: key('insights', 'where', query),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/where', { params: { query }, signal })),
  });

export const pathsQuery = (query: { readonly from: string; readonly to: string; readonly depth: number; readonly limit: number }) =>
  queryOptions({
    queryKey: key('insights', 'paths', query),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/paths', { params: { query }, signal })),
  });

export const funnelQuery = (body: Body<'/api/v1/insights/funnel'>) =>
  queryOptions({
    queryKey: key('insights', 'funnel', body),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/insights/funnel', { body, signal })),
  });

export type JourneysBody = Body<'/api/v1/insights/journeys'>;
export const journeysQuery = (body: JourneysBody) =>
  queryOptions({
    queryKey: key('insights', 'journeys', body),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/insights/journeys', { body, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const crossTabulationQuery = (body: Body<'/api/v1/insights/cross-tabulation'>) =>
  queryOptions({
    queryKey: key('insights', 'cross-tabulation', body),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/insights/cross-tabulation', { body, signal })),
  });

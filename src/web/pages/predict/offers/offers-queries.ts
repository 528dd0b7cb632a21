import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Products = Answered<'/api/v1/recommendations/products'>;
export type OfProduct = Answered<'/api/v1/recommendations/products/{key}'>;
export type Rules = Answered<'/api/v1/recommendations/rules'>;
export type Reorders = Answered<'/api/v1/recommendations/reorders'>;
export type OfCustomer = Answered<'/api/v1/recommendations/customers/{id}'>;

export const productsQuery = (search: string | undefined) =>
  queryOptions({
    queryKey: key('predictions', 'products', search),
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/recommendations/products', { params: { query: { limit: 50, ...(search === undefined ? {} : { search }) } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const ofProductQuery = (product: string) =>
  queryOptions({
    queryKey: key('predictions', 'product', product),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/recommendations/products/{key}', { params: { path: { key: product } }, signal })),
    retry: false,
  });

export const offerSettingsQuery = queryOptions({
  queryKey: key('predictions', 'offer settings'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/recommendations/settings', { signal })),
});

export const rulesQuery = queryOptions({
  queryKey: key('predictions', 'rules'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/recommendations/rules', { params: { query: { limit: 40 } }, signal })),
  retry: false,
});

export const reordersQuery = (days: number) =>
  queryOptions({
    queryKey: key('predictions', 'reorders', days),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/recommendations/reorders', { params: { query: { days, limit: 50 } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const ofCustomerQuery = (id: string) =>
  queryOptions({
    queryKey: key('predictions', 'customer offers', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/recommendations/customers/{id}', { params: { path: { id }, query: { count: 5 } }, signal })),
    retry: false,
  });

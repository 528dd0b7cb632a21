import { queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Foretold = Answered<'/api/v1/customers/{id}/predictions'>;
export type Offers = Answered<'/api/v1/recommendations/customers/{id}'>;

export const foretoldQuery = (id: string) =>
  queryOptions({
    queryKey: key('predictions', 'of customer', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/customers/{id}/predictions', { params: { path: { id } }, signal })),
    retry: false,
  });

export const offersQuery = (id: string) =>
  queryOptions({
    queryKey: key('predictions', 'offers of customer', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/recommendations/customers/{id}', { params: { path: { id }, query: { count: 5 } }, signal })),
    retry: false,
  });

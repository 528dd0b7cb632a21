import { queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Groups = Answered<'/api/v1/groups'>;
export type NaturalGroup = Groups['groups'][number];

export const groupsQuery = queryOptions({
  queryKey: key('predictions', 'groups'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/groups', { signal })),
  retry: false,
});

export const groupOffersQuery = queryOptions({
  queryKey: key('predictions', 'group-offers'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/groups/offers', { signal })),
  retry: false,
});

import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';

export const slotsQuery = queryOptions({ queryKey: key('act', 'slots'), queryFn: ({ signal }) => answer(client.GET('/api/v1/slots', { signal })) });

export const slotQuery = (slug: string) =>
  queryOptions({
    queryKey: key('act', 'slot', slug),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/slots/{slug}', { params: { path: { slug } }, signal })),
  });

/** The newest decisions; looked at again every two seconds while they are on the screen. */
export const decisionsQuery = (slot?: string) =>
  queryOptions({
    queryKey: key('act', 'decisions', slot ?? ''),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/decisions', { params: { query: { limit: 50, ...(slot === undefined ? {} : { slot }) } }, signal })),
    refetchInterval: 5000,
  });

export const webhooksQuery = queryOptions({
  queryKey: key('act', 'webhooks'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/webhooks', { signal })),
  refetchInterval: 5000,
});

/** Which messages to a subscriber are shown. */
export type DeliveryStatus = 'waiting' | 'delivered' | 'dead';

export const deliveriesQuery = (id: string, status?: DeliveryStatus) =>
  queryOptions({
    queryKey: key('act', 'deliveries', id, status ?? 'all'),
    queryFn: ({ signal }) =>
      answer(
        client.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query: { limit: 50, ...(status === undefined ? {} : { status }) } }, signal }),
      ),
    refetchInterval: 5000,
  });

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { alsoAsOf } from '../../api/seen-as-of.ts';
import { key } from '../../api/keys.ts';
import { decimalMark } from '../../components/download/spreadsheet.ts';

const pageSize = 100;

export type CustomersAsked = {
  readonly search?: string;
  readonly where?: string;
  readonly sort: string;
  readonly descending: 'true' | 'false';
  readonly columns?: string;
};

/** One question of the list; what is empty is left out. */
export function askedOf(
  state: { readonly search: string; readonly sort: string; readonly descending: boolean; readonly columns: string },
  where: string,
): CustomersAsked {
  return {
    sort: state.sort,
    descending: state.descending ? 'true' : 'false',
    ...(state.search.trim() === '' ? {} : { search: state.search.trim() }),
    ...(where === '' ? {} : { where }),
    ...(state.columns === '' ? {} : { columns: state.columns }),
  };
}

export const customersQuery = (asked: CustomersAsked) =>
  infiniteQueryOptions({
    queryKey: key('customers', 'list', asked),
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/api/v1/customers', { params: { query: { ...asked, limit: pageSize, ...(pageParam === '' ? {} : { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The same list as a file: the browser fetches it itself. */
export const csvAddress = (asked: CustomersAsked): string =>
  alsoAsOf(`/api/v1/customers.csv?${new URLSearchParams({ ...asked, decimal: decimalMark() }).toString()}`);

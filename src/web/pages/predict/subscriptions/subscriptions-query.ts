import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Lasting = Answered<'/api/v1/predictions/survival'>;
export type LastingAsked = {
  readonly start: string;
  readonly end: string;
  readonly renewal?: string | undefined;
  readonly term: number;
  readonly by?: string | undefined;
  readonly date?: string | undefined;
};

export const lastingQuery = ({ start, end, renewal, term, by, date }: LastingAsked) =>
  queryOptions({
    queryKey: key('predictions', 'survival', start, end, renewal, term, by, date),
    queryFn: ({ signal }) =>
      answer(
        client.GET('/api/v1/predictions/survival', {
          params: {
            query: {
              start,
              end,
              term,
              ...(renewal === undefined ? {} : { renewal }),
              ...(by === undefined ? {} : { by }),
              ...(date === undefined ? {} : { date }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Forecast = Answered<'/api/v1/insights/forecast'>;

type Asked = { readonly measure: Forecast['measure']; readonly segment: string | undefined; readonly weeks: number };

export const forecastQuery = ({ measure, segment, weeks }: Asked) =>
  queryOptions({
    queryKey: key('insights', 'forecast', measure, segment, weeks),
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/insights/forecast', { params: { query: { measure, weeks, ...(segment === undefined ? {} : { segment }) } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const segmentNamesQuery = queryOptions({
  queryKey: key('segments', 'names'),
  queryFn: async ({ signal }) => {
    const { items } = await answer(client.GET('/api/v1/segments', { signal }));
    return items.map(({ slug, name }) => ({ slug, name }));
  },
});

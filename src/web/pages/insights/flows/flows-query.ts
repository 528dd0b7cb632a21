import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import type { DayRange } from '../../home/range-of.ts';

export type Migration = Answered<'/api/v1/insights/migration'>;

export const migrationQuery = (range: DayRange, what: string, by: 'ends' | 'month') =>
  queryOptions({
    queryKey: key('insights', 'migration', range, what, by),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/insights/migration', { params: { query: { ...range, what, by } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

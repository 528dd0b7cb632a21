import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnsweredPost } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import type { SatisfactionSearch } from '../insights-search.ts';

export type Satisfaction = AnsweredPost<'/api/v1/insights/satisfaction'>;

export const satisfactionQuery = ({ measure, by, segments }: SatisfactionSearch) =>
  queryOptions({
    queryKey: key('insights', 'satisfaction', measure, by, segments),
    queryFn: ({ signal }) =>
      answer(client.POST('/api/v1/insights/satisfaction', { body: { ...(measure === undefined ? {} : { measure }), by, segments: [...segments] }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnsweredPost } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Apart = AnsweredPost<'/api/v1/insights/compare'>;
export type Alike = AnsweredPost<'/api/v1/insights/lookalikes'>;

export const apartQuery = (a: string, b: string | undefined) =>
  queryOptions({
    queryKey: key('insights', 'compare', a, b),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/insights/compare', { body: { a, ...(b === undefined ? {} : { b }) }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const alikeQuery = (segment: string) =>
  queryOptions({
    queryKey: key('insights', 'lookalikes', segment),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/insights/lookalikes', { body: { segment }, signal })),
    retry: false,
  });

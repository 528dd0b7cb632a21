import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnsweredPost } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import type { paths } from '../../../api/schema.ts';

export type Retention = AnsweredPost<'/api/v1/insights/cohort-analysis'>;
type Asked = paths['/api/v1/insights/cohort-analysis']['post']['requestBody']['content']['application/json'];

export const retentionQuery = (asked: Asked) =>
  queryOptions({
    queryKey: key('insights', 'cohort-analysis', asked),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/insights/cohort-analysis', { body: asked, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

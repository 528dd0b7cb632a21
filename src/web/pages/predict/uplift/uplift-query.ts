import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Answered, AnsweredPost } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Uplift = AnsweredPost<'/api/v1/insights/uplift'>;
export type KeptUplift = Answered<'/api/v1/uplifts'>['items'][number];
/** An experiment: who got it and who did not, when, what it was for, and how many days later that is asked. */
export type Experiment = {
  readonly treated: string;
  readonly control?: string | undefined;
  readonly since: string;
  readonly outcome: string;
  readonly days: number;
};

export const bodyOf = ({ treated, control, since, outcome, days }: Experiment) => ({
  treated,
  ...(control === undefined ? {} : { control }),
  since,
  outcome,
  days,
});

export const upliftQuery = (experiment: Experiment) =>
  queryOptions({
    queryKey: key('insights', 'uplift', experiment),
    queryFn: ({ signal }) => answer(client.POST('/api/v1/insights/uplift', { body: bodyOf(experiment), signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const keptUpliftsQuery = queryOptions({
  queryKey: key('insights', 'uplifts'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/uplifts', { signal })),
});

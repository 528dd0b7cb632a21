import { queryOptions } from '@tanstack/react-query';
import type { Answered, AnsweredPost } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Action = Answered<'/api/v1/actions'>['items'][number];
export type ActionSettings = Answered<'/api/v1/action-settings'>;
export type Decided = AnsweredPost<'/api/v1/actions/decide'>;
export type ActionReport = Answered<'/api/v1/actions/report'>;

export type Suggestion = Answered<'/api/v1/actions/suggestions'>['items'][number];
export type ToDo = Answered<'/api/v1/actions/to-do'>;

export const actionsQuery = queryOptions({
  queryKey: key('predictions', 'actions', 'list'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/actions', { signal })),
});

export const actionSettingsQuery = queryOptions({
  queryKey: key('predictions', 'actions', 'settings'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/action-settings', { signal })),
});

export const actionReportQuery = queryOptions({
  queryKey: key('predictions', 'actions', 'report'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/actions/report', { params: { query: {} }, signal })),
});

export const suggestionsQuery = queryOptions({
  queryKey: key('predictions', 'actions', 'suggestions'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/actions/suggestions', { params: { query: {} }, signal })),
});

export const toDoQuery = queryOptions({
  queryKey: key('predictions', 'actions', 'to-do'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/actions/to-do', { signal })),
});

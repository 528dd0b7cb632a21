import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';

export const businessQuery = queryOptions({
  queryKey: key('settings', 'workspace'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/workspace', { signal })),
});

export const stagesQuery = queryOptions({
  queryKey: key('settings', 'lifecycle'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/lifecycle', { signal })),
});

export const suggestionQuery = queryOptions({
  queryKey: key('settings', 'lifecycle', 'suggestion'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/lifecycle/suggestion', { signal })),
});

export const featuresQuery = queryOptions({
  queryKey: key('settings', 'features'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/settings/features', { signal })),
});

export const peopleQuery = queryOptions({
  queryKey: key('settings', 'people'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/people', { signal })),
});

export const keysQuery = queryOptions({
  queryKey: key('settings', 'keys'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/keys', { signal })),
});

export const sessionsQuery = queryOptions({
  queryKey: key('settings', 'sessions'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/session/all', { signal })),
});

export const doctorQuery = queryOptions({
  queryKey: key('settings', 'doctor'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/doctor', { signal })),
});

export const backupsQuery = queryOptions({
  queryKey: key('settings', 'backups'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/backups', { signal })),
});

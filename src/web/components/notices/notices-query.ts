import { queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../api/answered.ts';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';

export type NewNotice = Answered<'/api/v1/notices'>['items'][number];

/** What nobody has seen yet; of live sources alone where that is asked. A new one makes it stale. */
export const newNoticesQuery = (kind?: 'source') =>
  queryOptions({
    queryKey: key('insights', 'notices', 'new', kind ?? 'every kind'),
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/notices', { params: { query: { limit: 100, status: 'new', ...(kind === undefined ? {} : { kind }) } }, signal })),
  });

const gravity = { urgent: 0, warning: 1, info: 2 } as const;

/** The gravest first, and of equal ones the newest. */
export const gravestFirst = (notices: readonly NewNotice[]): readonly NewNotice[] =>
  notices.toSorted((one, other) => gravity[one.severity] - gravity[other.severity] || (one.raised_at < other.raised_at ? 1 : -1));

import { queryOptions } from '@tanstack/react-query';
import { answer, client, versioned } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { isProblem } from '../../../api/problem.ts';

/** The segment with its version, to be sent back when it is changed. */
export const segmentQuery = (slug: string) =>
  queryOptions({
    queryKey: key('segments', 'versioned', slug),
    queryFn: ({ signal }) => versioned(client.GET('/api/v1/segments/{slug}', { params: { path: { slug } }, signal })),
  });

/** What this person has begun; null when there is nothing. */
export const draftQuery = (draftKey: string) =>
  queryOptions({
    queryKey: key('segments', 'draft', draftKey),
    queryFn: async ({ signal }) => {
      try {
        return await answer(client.GET('/api/v1/drafts/{key}', { params: { path: { key: draftKey } }, signal }));
      } catch (error) {
        if (isProblem(error) && error.body.status === 404) return null;
        throw error;
      }
    },
  });

export const foldersQuery = queryOptions({
  queryKey: key('segments', 'folders'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/segment-folders', { signal }))).items,
});

import { queryOptions } from '@tanstack/react-query';
import { answer, client, versioned } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

/** The segment with its version, to be sent back when it is changed. */
export const segmentQuery = (slug: string) =>
  queryOptions({
    queryKey: key('segments', 'versioned', slug),
    queryFn: ({ signal }) => versioned(client.GET('/api/v1/segments/{slug}', { params: { path: { slug } }, signal })),
  });

/** What this person has begun, newest first. */
export const draftsQuery = queryOptions({
  queryKey: key('segments', 'drafts'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/drafts', { signal }))).items,
});

/** One of them; null when there is none. Viewers have none. */
export const draftQuery = (draftKey: string, mayEdit: boolean) =>
  queryOptions({
    queryKey: key('segments', 'draft', draftKey),
    queryFn: async ({ signal }) => {
      if (!mayEdit) return null;
      const { items } = await answer(client.GET('/api/v1/drafts', { signal }));
      return items.find((draft) => draft.key === draftKey) ?? null;
    },
    // What is being typed here is newer than what the server keeps.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const foldersQuery = queryOptions({
  queryKey: key('segments', 'folders'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/segment-folders', { signal }))).items,
});

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveMessage } from '../../../contract/index.ts';
import { listen } from '../../api/event-stream.ts';
import { messagesQuery } from './source-queries.ts';

const most = 200;

/** Adds messages to the list as they arrive, newest first; the list itself is what was there before. */
export function useLiveMessages(slug: string): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      listen(`/api/v1/live-sources/${encodeURIComponent(slug)}/events`, {
        resumed: () => void queryClient.invalidateQueries({ queryKey: messagesQuery(slug).queryKey }),
        message: (_name, data) =>
          queryClient.setQueryData(messagesQuery(slug).queryKey, (before) => {
            const message = data as LiveMessage;
            return { items: [message, ...(before?.items ?? [])].slice(0, most) };
          }),
      }),
    [slug, queryClient],
  );
}

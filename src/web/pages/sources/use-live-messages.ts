import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveMessage } from '../../../contract/index.ts';
import { listen } from '../../api/event-stream.ts';
import { messagesQuery, sourceQuery, volumesQuery } from './source-queries.ts';

const most = 200;
/** Milliseconds until what is counted of a source is asked again: by then what has just arrived is read or put aside. */
const counted = 1500;

/** Adds messages to the list as they arrive, newest first, and has what is counted follow; the list itself is what was there before. */
export function useLiveMessages(slug: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const countSoon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const { queryKey } of [sourceQuery(slug), volumesQuery(slug)]) void queryClient.invalidateQueries({ queryKey, exact: true });
      }, counted);
    };
    const stop = listen(`/api/v1/live-sources/${encodeURIComponent(slug)}/events`, {
      resumed: () => void queryClient.invalidateQueries({ queryKey: messagesQuery(slug).queryKey }),
      message: (_name, data) => {
        queryClient.setQueryData(messagesQuery(slug).queryKey, (before) => {
          const message = data as LiveMessage;
          return { items: [message, ...(before?.items ?? [])].slice(0, most) };
        });
        countSoon();
      },
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [slug, queryClient]);
}

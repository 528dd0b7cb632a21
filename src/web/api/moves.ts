import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { key } from './keys.ts';

/** Somebody entered or left a segment, as it was told while this page is open. */
export type Move = { readonly id: string; readonly segment: string; readonly profile: number; readonly entered: boolean; readonly at: string };

const kept = 50;

/** The newest moves since the page was opened, newest first; nothing is ever fetched. */
export const movesQuery = queryOptions({
  queryKey: key('act', 'moves'),
  queryFn: (): readonly Move[] => [],
  initialData: [],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

export function rememberMoves(queryClient: QueryClient, data: unknown): void {
  if (typeof data !== 'object' || data === null || !('items' in data) || !Array.isArray(data.items)) return;
  const items = data.items as readonly Move[];
  queryClient.setQueryData(movesQuery.queryKey, (before: readonly Move[] = []) => [...items.toReversed(), ...before].slice(0, kept));
}

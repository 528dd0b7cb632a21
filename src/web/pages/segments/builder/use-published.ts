import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** To the segment's own page. */
export function usePublished(): (slug: string) => void {
  const router = useRouter();
  return useCallback((slug) => router.history.push(`/segments/${encodeURIComponent(slug)}`), [router]);
}

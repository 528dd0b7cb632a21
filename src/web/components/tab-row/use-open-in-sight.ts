import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';

/**
 * Brings the open one of a row that scrolls into sight: on a phone the row is longer than the screen. Once more when the router has drawn a page, because it then puts
 * what scrolls back where it was on the page before.
 */
export function useOpenInSight(row: RefObject<HTMLElement | null>, mark: string, open: string): void {
  const router = useRouter();
  useEffect(() => {
    const bring = (): void => row.current?.querySelector(mark)?.scrollIntoView({ inline: 'center', block: 'nearest' });
    bring();
    return router.subscribe('onRendered', bring);
  }, [router, row, mark, open]);
}

import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useDestinations } from './destinations.ts';

const pause = 1000;

type Actions = { readonly openPalette: () => void; readonly openList: () => void };

/** ⌘K or Ctrl+K, `/`, `?`, and `g` followed by a letter within a second. Nothing fires while someone types. */
export function useShortcuts({ openPalette, openList }: Actions): void {
  const router = useRouter();
  const destinations = useDestinations();

  // Kept from one drawing of the page to the next: what is still loading draws it anew between two keys.
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      // When it was pressed, not when a busy page comes to it.
      const going = event.timeStamp - pressedAt.current < pause;
      pressedAt.current = Number.NEGATIVE_INFINITY;
      const destination = going ? destinations.find(({ letter }) => letter === event.key) : undefined;
      if (destination !== undefined) void router.navigate({ to: destination.to });
      else if (event.key === 'g') pressedAt.current = event.timeStamp;
      else if (event.key === '?') openList();
      else if (event.key === '/') {
        event.preventDefault();
        openPalette();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [destinations, openList, openPalette, router]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) || target.closest('[role="dialog"]') !== null)
  );
}

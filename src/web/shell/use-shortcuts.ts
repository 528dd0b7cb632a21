import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDestinations } from './destinations.ts';

const pause = 1000;

type Actions = { readonly openPalette: () => void; readonly openList: () => void };

/** ⌘K or Ctrl+K, `/`, `?`, and `g` followed by a letter within a second. Nothing fires while someone types. */
export function useShortcuts({ openPalette, openList }: Actions): void {
  const router = useRouter();
  const destinations = useDestinations();

  useEffect(() => {
    let pressedAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const going = Date.now() - pressedAt < pause;
      pressedAt = 0;
      const destination = going ? destinations.find(({ letter }) => letter === event.key) : undefined;
      if (destination !== undefined) void router.navigate({ to: destination.to });
      else if (event.key === 'g') pressedAt = Date.now();
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

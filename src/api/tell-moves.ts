import type { Desk, Live } from '../app/index.ts';
import type { MembershipMoved } from '../contract/index.ts';
import { formatInstant } from '../core/index.ts';

type Tell = (event: 'moved' | 'changed', data: unknown) => void;

const together = 250;
const mostTold = 50;

/**
 * Entries and exits for a screen: the first at once, what follows within a quarter of a second together, the newest fifty of them; and the word that figures are stale
 * whenever what live data wrote can be read, which is every few seconds at most, so that a rush does not have every open screen ask without end. Returns how to stop.
 */
export function tellMoves(subscribe: Live['subscribe'], onShown: Desk['onLiveShown'], tell: Tell): () => void {
  let waiting: MembershipMoved[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    if (waiting.length === 0) return;
    timer = setTimeout(flush, together);
    const items = waiting.slice(-mostTold).map(({ id, segment, profile, entered, at }) => ({ id, segment, profile, entered, at: formatInstant(at) }));
    waiting = [];
    tell('moved', { items });
  };
  const unsubscribe = subscribe((moved) => {
    // Conditions that are no segments are nobody's to see.
    const shown = moved.filter(({ segment }) => !segment.startsWith('~'));
    if (shown.length === 0) return;
    waiting.push(...shown);
    if (timer === undefined) flush();
  });
  const endShown = onShown(() => tell('changed', { areas: ['segments', 'home', 'customers'] }));
  return () => {
    unsubscribe();
    endShown();
    clearTimeout(timer);
  };
}

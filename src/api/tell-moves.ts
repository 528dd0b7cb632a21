import type { Live } from '../app/index.ts';
import type { MembershipMoved } from '../contract/index.ts';
import { formatInstant } from '../core/index.ts';

type Tell = (event: 'moved' | 'changed', data: unknown) => void;

const together = 250;
const mostTold = 50;
const staleEvery = 2000;

/**
 * Entries and exits for a screen: the first at once, what follows within a quarter of a second together, the newest fifty of them, and at most every two seconds the word that figures are stale, so
 * that a rush of changes does not have every open screen ask without end. Returns how to stop.
 */
export function tellMoves(subscribe: Live['subscribe'], tell: Tell): () => void {
  let waiting: MembershipMoved[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stale: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    if (waiting.length === 0) return;
    timer = setTimeout(flush, together);
    const items = waiting.slice(-mostTold).map(({ id, segment, profile, entered, at }) => ({ id, segment, profile, entered, at: formatInstant(at) }));
    waiting = [];
    tell('moved', { items });
    stale ??= setTimeout(() => {
      stale = undefined;
      tell('changed', { areas: ['segments', 'home', 'customers'] });
    }, staleEvery);
  };
  const unsubscribe = subscribe((moved) => {
    // Conditions that are no segments are nobody's to see.
    const shown = moved.filter(({ segment }) => !segment.startsWith('~'));
    if (shown.length === 0) return;
    waiting.push(...shown);
    if (timer === undefined) flush();
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
    clearTimeout(stale);
  };
}

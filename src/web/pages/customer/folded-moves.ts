import type { StoryEntry } from './customer-queries.ts';

/** One entry as it stands, or the moves between segments of one day as one. */
export type Told = { readonly kind: 'one'; readonly entry: StoryEntry } | { readonly kind: 'moves'; readonly moves: readonly StoryEntry[] };

/** Fewer moves in a row are told one by one. */
const fewest = 3;

/** Moves between segments that follow each other on one day become one entry: on the day of a first import there are dozens. `dayOf` is the day in the shop's zone. */
export function foldMoves(entries: readonly StoryEntry[], dayOf: (at: string) => string): readonly Told[] {
  const runs: StoryEntry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const together = last !== undefined && last.kind === 'segment' && entry.kind === 'segment' && dayOf(last.at) === dayOf(entry.at);
    if (together) run?.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run): readonly Told[] => (run.length >= fewest ? [{ kind: 'moves', moves: run }] : run.map((entry) => ({ kind: 'one', entry }))));
}

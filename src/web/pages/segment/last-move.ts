import type { Segment } from './segment.ts';

/** When a ready segment that nobody has changed last got another limit, and what it asked before; undefined where it never has. */
export function lastMove({ origin, versions }: Pick<Segment, 'origin' | 'versions'>): { readonly at: string; readonly before: string } | undefined {
  const [newest, ...earlier] = versions.toSorted((one, two) => two.version - one.version);
  const before = earlier.find(({ text }) => text !== newest?.text);
  return origin !== 'built-in' || newest === undefined || newest.author !== 'Clientele' || before === undefined
    ? undefined
    : { at: newest.at, before: before.text };
}

import type { Pair } from './use-decide.ts';

export const keyOf = ({ a, b }: Pair): string => `${a.profile} ${b.profile}`;

export type Alike = { readonly key: string; readonly reason: string; readonly score: number; readonly pairs: readonly Pair[] };

/** `same name and postcode` of `same name and postcode: ann lee, LS1 4AB`: what all pairs of a kind have in common. */
const kindOf = (reason: string): string => (reason.split(':')[0] ?? '').trim();

/** What is alike in this very pair. */
export const detailOf = (reason: string): string => reason.split(':').slice(1).join(':').trim();

/** Pairs of one reason and one certainty together, surest first, in the order of the list. */
export function alike(pairs: readonly Pair[]): readonly Alike[] {
  const groups = Map.groupBy(pairs, ({ reason, score }) => `${kindOf(reason)} ${Math.round(score * 100)}`);
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    return first === undefined ? [] : [{ key, reason: kindOf(first.reason), score: first.score, pairs: members }];
  });
}

/** What the chosen pairs make of their customers, were each pair one: pairs that share somebody become one together. `largest` is how many that are at most. */
export function joined(pairs: readonly Pair[]): { readonly before: number; readonly after: number; readonly largest: number } {
  const above = new Map<number, number>();
  const top = (profile: number): number => {
    const next = above.get(profile);
    return next === undefined || next === profile ? profile : top(next);
  };
  for (const { a, b } of pairs) {
    for (const { profile } of [a, b]) if (!above.has(profile)) above.set(profile, profile);
    above.set(top(b.profile), top(a.profile));
  }
  const sizes = [...Map.groupBy(above.keys(), top).values()].map(({ length }) => length);
  return { before: above.size, after: sizes.length, largest: Math.max(0, ...sizes) };
}

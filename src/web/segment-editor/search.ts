import { nameKey } from '../../language/index.ts';

/** Those whose words contain everything that was typed; those that begin with it first. All of them, in order, where nothing was. */
export function searched<T>(entries: readonly T[], typed: string, wordsOf: (entry: T) => readonly string[]): readonly T[] {
  const wanted = nameKey(typed)
    .split('_')
    .filter((part) => part !== '');
  if (wanted.length === 0) return entries;
  const ranked = entries.flatMap((entry) => {
    const keys = wordsOf(entry).map(nameKey);
    const whole = keys.join(' ');
    if (!wanted.every((part) => whole.includes(part))) return [];
    return [{ entry, rank: keys.some((word) => word.startsWith(wanted.join('_'))) ? 0 : 1 }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

export type PhraseCount = { readonly phrase: string; readonly people: number };
type Said = { readonly profile: number; readonly text: string };

const stop = new Set(
  'a an and are as at be been but by can could did do does for from had has have he her here him his how i if in into is it its just me more most my no not of on one or our out over she so some than that the their them then there they this to too up us very was we were what when which who will with would you your'.split(
    ' ',
  ),
);

/** Words that turn what follows into its opposite. */
const denies = /^(?:not|no|never|hardly|without|cannot|.*n['’]t)$/u;

/**
 * Phrases of two or three words that unhappy people use more often than others: counted by people, not by texts, and ordered by the log-odds of their use with a half added to each count
 * (the informative words of Monroe, Colaresi & Quinn, Political Analysis 16, 2008, without the prior). Fewer than `fewest` people say nothing.
 */
export function complaints(unhappy: readonly Said[], others: readonly Said[], fewest: number): readonly PhraseCount[] {
  const [own, rest] = [byPhrase(unhappy), byPhrase(others)];
  const [inOwn, inRest] = [new Set(unhappy.map(({ profile }) => profile)).size, new Set(others.map(({ profile }) => profile)).size];
  const odds = (count: number, whole: number): number => Math.log((count + 0.5) / (whole - count + 0.5));
  const found = [...own]
    .map(([phrase, people]) => ({ phrase, people, odds: odds(people.size, inOwn) - odds(rest.get(phrase)?.size ?? 0, inRest) }))
    .filter(({ people, odds: ratio }) => people.size >= fewest && ratio > 0.7)
    .toSorted((a, b) => b.people.size * b.odds - a.people.size * a.odds || b.phrase.length - a.phrase.length);
  const kept: Found[] = [];
  // What is inside of a phrase that is told already, or said by much the same people, would tell it twice.
  for (const each of found) if (!kept.some((other) => overlaps(other.phrase, each.phrase) || areMostlyThese(other.people, each.people))) kept.push(each);
  return kept.slice(0, 5).map(({ phrase, people }) => ({ phrase, people: people.size }));
}

type Found = { readonly phrase: string; readonly people: ReadonlySet<number> };
const areMostlyThese = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => a.intersection(b).size >= 0.8 * b.size;

function byPhrase(texts: readonly Said[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { profile, text } of texts) {
    for (const sentence of text.toLowerCase().split(/[.!?;:,\n]+|\b(?:and|or|but)\b/u)) {
      const words = sentence.match(/[\p{L}'’]+/gu) ?? [];
      for (const length of [2, 3]) {
        for (let at = 0; at + length <= words.length; at += 1) {
          const part = words.slice(at, at + length);
          if (stop.has(part[0] ?? '') || stop.has(part.at(-1) ?? '')) continue;
          // “Would not buy again” is no complaint that they buy again.
          const before = words[at - 1] ?? '';
          const phrase = (denies.test(before) ? [before, ...part] : part).join(' ');
          found.set(phrase, (found.get(phrase) ?? new Set()).add(profile));
        }
      }
    }
  }
  return found;
}

const overlaps = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || a.split(' ').filter((word) => b.split(' ').includes(word)).length >= 2;

/** What is known of an event or a property: `types` counts the filled ones by type, `recent` tells of the last hundred whether they were filled (`1`, `0`). */
export type Known = { readonly types: Readonly<Record<string, number>>; readonly seen: number; readonly filled: number; readonly recent: string };

export type Finding =
  | { readonly kind: 'new-event' | 'new-property' }
  | { readonly kind: 'type'; readonly usual: string; readonly other: string; readonly share: number }
  | { readonly kind: 'empty'; readonly usualShare: number };

/** Types are judged once so many were filled. */
const enough = 20;
/** So many empty ones in a row are no accident. */
const inARow = 50;

/**
 * What changed between two looks at the same property: a type that was not there before and is more than a slip, or nothing in it for the last fifty where it used to be
 * filled.
 */
export function judge(before: Known | undefined, now: Known): readonly Finding[] {
  if (before === undefined) return [];
  const findings: Finding[] = [];
  const usual = Object.entries(before.types).toSorted(([, one], [, other]) => other - one)[0];
  if (usual !== undefined && before.filled >= enough && usual[1] / before.filled >= 0.95) {
    for (const [type, count] of Object.entries(now.types)) {
      const news = count - (before.types[type] ?? 0);
      const all = now.filled - before.filled;
      if (type !== usual[0] && news >= 5 && news / all >= 0.05) findings.push({ kind: 'type', usual: usual[0], other: type, share: news / all });
    }
  }
  // What is empty by now says nothing of what was usual.
  const usualShare = before.filled / Math.max(1, before.seen - trailingEmpty(before.recent));
  const wasFull = before.seen >= 2 * inARow && usualShare >= 0.8;
  const emptyNow = now.recent.length >= inARow && !now.recent.slice(-inARow).includes('1');
  const emptyBefore = before.recent.length >= inARow && !before.recent.slice(-inARow).includes('1');
  if (wasFull && emptyNow && !emptyBefore) findings.push({ kind: 'empty', usualShare });
  return findings;
}

const trailingEmpty = (recent: string): number => recent.length - recent.lastIndexOf('1') - 1;

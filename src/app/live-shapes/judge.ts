/**
 * What is known of an event or a property: `types` counts the filled ones by type, `recent` tells of the last hundred, oldest first, of which type they were (`letterOf`) or
 * that they were empty (`0`). A `1` was filled with something, before types were noted.
 */
export type Known = { readonly types: Readonly<Record<string, number>>; readonly seen: number; readonly filled: number; readonly recent: string };

/** `t` for text, and so on: the first letters of types differ. */
export const letterOf = (type: string | undefined): string => (type === undefined || type === 'empty' ? '0' : type.slice(0, 1));

export type Finding =
  | { readonly kind: 'new-event' | 'new-property' }
  | { readonly kind: 'type'; readonly usual: string; readonly other: string; readonly share: number }
  | { readonly kind: 'empty'; readonly usualShare: number };

/** Types are judged once so many were filled. */
const enough = 20;
/** Another type is more than a slip from so many of the latest on. */
const slips = 5;
const aSlip = 0.05;
/** So many empty ones in a row are no accident. */
const inARow = 50;

/**
 * What changed between two looks at the same property: a type that was not there before and is more than a slip, or nothing in it for the last fifty where it used to be
 * filled.
 */
export function judge(before: Known | undefined, now: Known): readonly Finding[] {
  if (before === undefined) return [];
  const findings: Finding[] = [];
  const usual = Object.entries(before.types).toSorted(([, one], [, other]) => other - one)[0]?.[0];
  if (usual !== undefined)
    for (const other of Object.keys(now.types)) {
      const share = shareOf(now.recent, other);
      if (other !== usual && isMore(now.recent, other) && !isMore(before.recent, other) && wasUsual(now, usual, other))
        findings.push({ kind: 'type', usual, other, share });
    }
  // What is empty by now says nothing of what was usual.
  const usualShare = before.filled / Math.max(1, before.seen - trailingEmpty(before.recent));
  const wasFull = before.seen >= 2 * inARow && usualShare >= 0.8;
  const emptyNow = now.recent.length >= inARow && isEmpty(now.recent.slice(-inARow));
  const emptyBefore = before.recent.length >= inARow && isEmpty(before.recent.slice(-inARow));
  if (wasFull && emptyNow && !emptyBefore) findings.push({ kind: 'empty', usualShare });
  return findings;
}

const isEmpty = (recent: string): boolean => /^0*$/.test(recent);
const trailingEmpty = (recent: string): number => /0*$/.exec(recent)?.[0].length ?? 0;

const countOf = (recent: string, type: string): number => recent.split(letterOf(type)).length - 1;
const filledOf = (recent: string): number => recent.replaceAll('0', '').length;
const shareOf = (recent: string, type: string): number => countOf(recent, type) / Math.max(1, filledOf(recent));
const isMore = (recent: string, type: string): boolean => countOf(recent, type) >= slips && shareOf(recent, type) >= aSlip;

/** Whether nearly all were of the usual type before the other one came: a property that has always held both is none that changed. */
function wasUsual({ types, filled, recent }: Known, usual: string, other: string): boolean {
  const earlier = (types[other] ?? 0) - countOf(recent, other);
  const allEarlier = filled - filledOf(recent);
  if (earlier > 0) return allEarlier >= enough && earlier / allEarlier <= aSlip;
  return allEarlier + countOf(recent.slice(0, recent.indexOf(letterOf(other))), usual) >= enough;
}

/** What a moment by which an order was, or is, expected says of a customer now. */
export type NextOrder = { readonly kind: 'expected' | 'overdue'; readonly at: string } | { readonly kind: 'gone' };

const year = 365 * 86_400_000;

/**
 * A date in the past is no expectation, and one in years is the same as none: overdue for up to a year, and beyond that, or where the next order would be more
 * than two years ahead, probably gone. Both are ISO 8601; null is an order that is not expected at all.
 */
export function nextOrderOf(expected: string | null, now: string): NextOrder {
  if (expected === null) return { kind: 'gone' };
  const ahead = Date.parse(expected) - Date.parse(now);
  if (ahead > 2 * year || ahead < -year) return { kind: 'gone' };
  return { kind: ahead < 0 ? 'overdue' : 'expected', at: expected };
}

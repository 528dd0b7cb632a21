const asked = new URLSearchParams(typeof location === 'undefined' ? '' : location.search).get('as_of') ?? '';

/** The day that everything is looked at from, from the address when the application was loaded; undefined for now. Another day loads it anew, so no answer of one day stands beside one of another. */
export const seenAsOf: string | undefined = asked === 'latest' || isDay(asked) ? asked : undefined;

/** `2026-02-30` is none. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The header that every question carries. */
export const asOfHeader = 'as-of';

/** Loads the page anew as of another day; undefined for now. */
export function seeAsOf(day: string | undefined): void {
  const address = new URL(location.href);
  if (day === undefined) address.searchParams.delete('as_of');
  else address.searchParams.set('as_of', day);
  location.assign(address);
}

/** An address that the browser fetches by itself, such as a download, as of the day that the page is looked at from. */
export function alsoAsOf(address: string): string {
  if (seenAsOf === undefined) return address;
  return `${address}${address.includes('?') ? '&' : '?'}as_of=${seenAsOf}`;
}

/**
 * The shop's own clock: whole minutes of local London time since 1970-01-01, the way its till writes them down.
 * Nothing happens between 01:00 and 02:00, so no time is skipped or repeated by daylight saving.
 */
export type LocalMinute = number;
export const day = 1440;

export const minuteOf = (date: string): LocalMinute => Date.parse(`${date}T00:00:00Z`) / 60_000;
export const dateOf = (at: LocalMinute): string => new Date(at * 60_000).toISOString().slice(0, 10);
/** `2026-03-14 09:41` */
export const dateTimeOf = (at: LocalMinute): string => new Date(at * 60_000).toISOString().slice(0, 16).replace('T', ' ');
/** 1 Monday … 7 Sunday */
export const weekdayOf = (at: LocalMinute): number => ((Math.floor(at / day) + 3) % 7) + 1;
export const monthOf = (at: LocalMinute): number => new Date(at * 60_000).getUTCMonth() + 1;
export const yearOf = (at: LocalMinute): number => new Date(at * 60_000).getUTCFullYear();
export const startOfDay = (at: LocalMinute): LocalMinute => Math.floor(at / day) * day;

/** The instant as trackers write it: `2026-03-14T08:41:07Z`. Seconds are the caller's. */
export function utcText(at: LocalMinute, seconds: number): string {
  const utc = at - (isSummer(at) ? 60 : 0);
  return new Date((utc * 60 + seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

/** British summer time: from the last Sunday of March to the last Sunday of October, 01:00 UTC. */
function isSummer(at: LocalMinute): boolean {
  const year = yearOf(at);
  return at >= lastSunday(`${year}-03-31`) + 60 && at < lastSunday(`${year}-10-31`) + 120;
}

function lastSunday(monthEnd: string): LocalMinute {
  const last = minuteOf(monthEnd);
  return last - (weekdayOf(last) % 7) * day;
}

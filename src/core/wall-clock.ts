import type { Instant } from './instant.ts';

/** Instants as the clock on the wall of a time zone shows them, `2026-05-06 14:30:00`: what a spreadsheet takes for a date. Made once for many. */
export function wallClock(zone: string): (at: Instant) => string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  // Sweden writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...parts });
  return (at) => format.format(at / 1000);
}

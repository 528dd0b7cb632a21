/** The day, `2026-06-01`, on which an instant lies in a zone. Sweden writes dates as ISO 8601 does. */
export const localDay = (at: Date, zone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);

/** Weekday 1 is Monday, in the language of this browser. 1 January 2024 was one. */
export function weekdayName(weekday: number): string {
  return new Intl.DateTimeFormat(navigator.language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}

export const hours: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** `08`, or `8 AM` where clocks are read so: short, for an axis. */
export function hourName(hour: number): string {
  return new Intl.DateTimeFormat(navigator.language, { hour: 'numeric', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1, hour));
}

/** `08:00`, or `8 AM` where clocks are read so: for sentences and tables. */
export function hourWords(hour: number): string {
  const short = hourName(hour);
  return /^\d+$/.test(short) ? `${short}:00` : short;
}

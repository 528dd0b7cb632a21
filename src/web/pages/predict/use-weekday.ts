import { useMemo } from 'react';

/** Names of weekdays in this person's language: 1 is Monday. */
export function useWeekday(): (day: number) => string {
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(navigator.language, { weekday: 'long', timeZone: 'UTC' });
    // 1 January 2024 was a Monday.
    return (day) => format.format(new Date(Date.UTC(2024, 0, day)));
  }, []);
}

import type { Within } from '../../tree.ts';

export function withinWords({ distance, unit, latitude, longitude }: Within, denied: boolean): string {
  const length = `${distance} ${unit === 'km' ? 'km' : distance === 1 ? 'mile' : 'miles'}`;
  return `who ${denied ? 'are not known to live' : 'live'} within ${length} of ${latitude}, ${longitude}`;
}

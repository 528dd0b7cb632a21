import type { JsonObject } from '../../contract/index.ts';
import { fromMilliseconds, type Instant, parseInstant } from '../../core/index.ts';
import { at } from './json.ts';

/** The first path that holds an instant: ISO 8601 (UTC where it names no zone), or a count since 1970 in seconds or milliseconds. `invalid` where a text is none. */
export function instantAt(body: JsonObject, ...paths: readonly string[]): Instant | 'invalid' | undefined {
  for (const path of paths) {
    const value = at(body, path);
    if (value === undefined || value === null || value === '' || isUnset(value)) continue;
    return instantOf(value) ?? 'invalid';
  }
  return undefined;
}

/** The same, where a wrong one is as good as none. */
export function knownInstant(body: JsonObject, ...paths: readonly string[]): Instant | undefined {
  const found = instantAt(body, ...paths);
  return found === 'invalid' ? undefined : found;
}

/** What Go and .NET write for a time that was never set. */
const isUnset = (value: unknown): boolean => typeof value === 'string' && value.startsWith('0001-01-01T00:00:00');

export function instantOf(value: unknown): Instant | undefined {
  if (typeof value === 'number') return ofCount(value);
  if (typeof value !== 'string') return undefined;
  const written = value.trim();
  if (/^\d{9,}(\.\d+)?$/.test(written)) return ofCount(Number(written));
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return parseInstant(`${written}T00:00:00Z`);
  // Not every client writes the zone, and a few write nine digits of fraction; the specification says UTC.
  const found = parseInstant(written) ?? parseInstant(`${written}Z`) ?? rfc2822(written);
  // No shop has sent anything before there were clocks that count from then.
  return found !== undefined && found > 0 ? found : undefined;
}

/** Twelve digits of milliseconds begin in 1973, and eleven of seconds end in the year 5138: the two never meet. */
const ofCount = (count: number): Instant | undefined =>
  Number.isFinite(count) && count > 0 && count < 1e14 ? fromMilliseconds(count < 1e11 ? count * 1000 : count) : undefined;

/** `Sat, 28 Nov 2026 10:15:00 +0000`, as mail speaks. */
function rfc2822(written: string): Instant | undefined {
  if (!/^(?:[a-z]{3},\s)?\d{1,2}\s[a-z]{3}\s\d{4}\s\d{2}:\d{2}(?::\d{2})?\s(?:[+-]\d{4}|gmt|utc?)$/i.test(written)) return undefined;
  const milliseconds = Date.parse(written);
  return Number.isNaN(milliseconds) ? undefined : fromMilliseconds(milliseconds);
}

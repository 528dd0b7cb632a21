import type { JsonValue } from '../../contract/index.ts';

/** What is nested deeper than any client means. */
export const deepest = 32;

/**
 * A value as it can be kept and shown anywhere: no half surrogate pairs, no NUL (which no database takes in a text), no key that is a trap for objects.
 * Undefined when it is nested deeper than `deepest`.
 */
export function clean(value: JsonValue, depth = 0): JsonValue | undefined {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return undefined;
  if (Array.isArray(value)) {
    const items: JsonValue[] = [];
    for (const one of value) {
      const item = clean(one as JsonValue, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }
  const fields: Record<string, JsonValue> = {};
  for (const [key, one] of Object.entries(value)) {
    if (key === '__proto__') continue;
    const field = clean(one, depth + 1);
    if (field === undefined) return undefined;
    fields[cleanText(key)] = field;
  }
  return fields;
}

const cleanText = (text: string): string => (text.includes('\u0000') ? text.replaceAll('\u0000', '\uFFFD') : text).toWellFormed();

import type { JsonObject, JsonValue } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';
import { isObject } from './json.ts';

/** Deeper than this nothing is asked for; what lies deeper is kept as it was sent, in one value. */
const deepest = 4;
/** More names than any client means: a mistake such as an id in a key would fill the workspace with traits. */
const mostNames = 250;

/**
 * Nested objects as one flat one, named as a file's columns are: `{plan: {seatCount: 3}}` → `{plan_seat_count: 3}`. Lists stay lists, blanks and nulls go.
 * The first of two that would share a name is kept.
 */
export function flatten(body: JsonObject, leave: ReadonlySet<string> = new Set()): JsonObject {
  const found = new Map<string, JsonValue>();
  gather(body, '', 1, leave, found);
  return Object.fromEntries(found);
}

function gather(body: JsonObject, prefix: string, depth: number, leave: ReadonlySet<string>, found: Map<string, JsonValue>): void {
  for (const [key, value] of Object.entries(body)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (leave.has(path) || value === null || value === '' || found.size >= mostNames) continue;
    if (isObject(value) && depth < deepest) gather(value, path, depth + 1, leave, found);
    else {
      const name = fieldName(path);
      if (!found.has(name) && name !== 'proto') found.set(name, value);
    }
  }
}

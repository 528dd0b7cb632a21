import type { JsonForm } from './stage-json.ts';

/** Which kind of JSON a text begins, undefined when it is none. `whole` says that the text is all there is. */
export function detectJson(text: string, whole: boolean): JsonForm | undefined {
  const start = text.trimStart();
  if (start.startsWith('[')) return /^\[\s*(\{|\]|$)/.test(start) ? 'json' : undefined;
  if (!/^\{\s*("|\}|$)/.test(start)) return undefined;
  const lines = start.split(/\r?\n/);
  const first = parsed(lines[0] ?? '');
  if (first === undefined) return 'json';
  for (const line of lines.slice(0, whole ? undefined : -1)) {
    const message = parsed(line);
    if (message === undefined) continue;
    const type = typeof message['type'] === 'string' ? message['type'].toUpperCase() : '';
    if (type === 'RECORD' && isObject(message['record']) && isObject(message['record']['data'])) return 'airbyte';
    if (type === 'RECORD' && isObject(message['record']) && typeof message['stream'] === 'string') return 'singer';
    if (type === 'SCHEMA' && typeof message['stream'] === 'string') return 'singer';
    if (type !== 'STATE' && type !== 'LOG' && type !== 'TRACE' && type !== 'CATALOG') break;
  }
  const more = lines.slice(1).some((line) => line.trim() !== '');
  if (more || !whole) return 'jsonl';
  return Object.values(first).some((value) => Array.isArray(value) && isObject(value[0])) ? 'json' : 'jsonl';
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

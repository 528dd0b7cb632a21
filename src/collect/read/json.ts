import type { JsonObject, JsonValue } from '../../contract/index.ts';

// How values are read out of what a client sent: the wrong type is as good as nothing, so that a number where a text belongs loses that field alone.

export const isObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** What lies at a path such as `context.page.url`; only an object's own keys, so that `__proto__` names nothing. */
export function at(body: JsonObject, path: string): JsonValue | undefined {
  let found: JsonValue | undefined = body;
  for (const key of path.split('.')) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** The first path that holds a text or a number, as text without blanks around it. Never empty. */
export function text(body: JsonObject, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const value = at(body, path);
    const found = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    if (found !== '') return found;
  }
  return undefined;
}

/** The first path that holds a number, or a text that is one: shops send money as `"12.50"`. */
export function number(body: JsonObject, ...paths: readonly string[]): number | undefined {
  for (const path of paths) {
    const found = numberOf(at(body, path));
    if (found !== undefined) return found;
  }
  return undefined;
}

export function numberOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)) return undefined;
  const found = Number(value);
  return Number.isFinite(found) ? found : undefined;
}

export function flag(body: JsonObject, ...paths: readonly string[]): boolean | undefined {
  for (const path of paths) {
    const value = at(body, path);
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
  }
  return undefined;
}

export function object(body: JsonObject, path: string): JsonObject {
  const found = at(body, path);
  return isObject(found) ? found : {};
}

/** The objects in a list; whatever else stands in it is passed over. */
export function objects(body: JsonObject, path: string): readonly JsonObject[] {
  const found = at(body, path);
  return isList(found) ? found.filter(isObject) : [];
}

export function texts(body: JsonObject, path: string): readonly string[] {
  const found = at(body, path);
  if (isList(found)) return found.filter((one): one is string => typeof one === 'string' && one.trim() !== '').map((one) => one.trim());
  return typeof found === 'string' ? found.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])) : [];
}

/** Only what is there: fields of records are left out rather than undefined. */
export function filled<T extends Readonly<Record<string, unknown>>>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

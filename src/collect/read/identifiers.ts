import type { LiveIdentifier } from '../../contract/index.ts';

/** Ids longer than this are mistakes: a whole token or page in the place of an id would make a customer of its own each time. */
const longest = 500;

/** What clients send when they have no id: kept, these would join everybody who has none into one customer. */
const nobody: ReadonlySet<string> = new Set([
  '',
  'null',
  'undefined',
  'none',
  'nil',
  'nan',
  '0',
  'anonymous',
  'guest',
  '[object object]',
  'true',
  'false',
  'n/a',
]);

/** The identifiers that are filled, strongest first, each once. */
export function identifiersOf(pairs: readonly (readonly [namespace: string, value: string | undefined])[]): readonly LiveIdentifier[] {
  const found: LiveIdentifier[] = [];
  for (const [namespace, given] of pairs) {
    const value = given?.trim();
    if (value === undefined || value.length > longest || nobody.has(value.toLowerCase())) continue;
    if (namespace === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) continue;
    if (!found.some((one) => one.namespace === namespace && one.value === value)) found.push({ namespace, value });
  }
  return found;
}

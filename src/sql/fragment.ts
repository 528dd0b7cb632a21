import type { Instant } from '../core/index.ts';

/**
 * SQL as a tree: text that we wrote, identifiers that we quote, and values that become parameters.
 * A value can only enter through an interpolation, so no user text ever becomes SQL.
 *
 *   sql`select profile from orders where total > ${50} and ordered_at <= ${timestamp(now)}`
 */
export type Fragment = { readonly kind: 'fragment'; readonly parts: readonly Part[] };
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'identifier'; readonly name: string }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'instants'; readonly where: InstantsPlace };
export type Value = string | number | bigint | boolean | null | Uint8Array | Timestamp;
export type Timestamp = { readonly kind: 'timestamp'; readonly at: Instant };

export const timestamp = (at: Instant): Timestamp => ({ kind: 'timestamp', at });

export function sql(strings: TemplateStringsArray, ...values: readonly (Value | Fragment)[]): Fragment {
  const parts: Part[] = [];
  strings.forEach((text, index) => {
    if (text !== '') parts.push({ kind: 'text', text });
    const value = values[index];
    if (index >= values.length || value === undefined) return;
    if (isFragment(value)) parts.push(...value.parts);
    else parts.push({ kind: 'value', value });
  });
  return { kind: 'fragment', parts };
}

/** A table, column or alias; always quoted. */
export const ident = (...path: readonly string[]): Fragment => ({
  kind: 'fragment',
  parts: path.flatMap((name, index): Part[] => [...(index > 0 ? [{ kind: 'text', text: '.' } as const] : []), { kind: 'identifier', name }]),
});

export const join = (fragments: readonly Fragment[], separator = ', '): Fragment => ({
  kind: 'fragment',
  parts: fragments.flatMap((fragment, index): readonly Part[] => (index === 0 ? fragment.parts : [{ kind: 'text', text: separator }, ...fragment.parts])),
});

/** A whole number that we worked out, as text: views take no parameters. */
export const literal = (value: number | bigint): Fragment => ({ kind: 'fragment', parts: [{ kind: 'text', text: String(BigInt(value)) }] });

/**
 * Where the instants of a statement are columns, so that its plan holds for other instants, this says where they are found; where they are values it is nothing.
 * `beside`: at the end of a `from`; `carried`: at the end of a `select` whose
 * `from` has them, for the query around it; `passed`: the same where a subquery carries them; `around`: after the subquery that carries them. A statement that has one of them has one for each `select` that speaks of instants.
 */
export type InstantsPlace = 'beside' | 'carried' | 'passed' | 'around';
export const instants = (where: InstantsPlace): Fragment => ({ kind: 'fragment', parts: [{ kind: 'instants', where }] });

/** Whether it speaks of instants. */
export const saysInstants = ({ parts }: Fragment): boolean =>
  parts.some((part) => part.kind === 'value' && typeof part.value === 'object' && part.value !== null && 'at' in part.value);

export const empty: Fragment = { kind: 'fragment', parts: [] };

/** `('a', 'b')` as parameters; an empty list matches nothing. */
export const list = (values: readonly Value[]): Fragment => (values.length === 0 ? sql`(null)` : sql`(${join(values.map((value) => sql`${value}`))})`);

export function isFragment(value: unknown): value is Fragment {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'fragment';
}

export type CompiledSql = { readonly text: string; readonly values: readonly Value[] };

/** Text with `$1 …` placeholders. Equal values share a placeholder, so equal subqueries stay equal text. */
export function compile(fragment: Fragment): CompiledSql {
  const values: Value[] = [];
  const seen = new Map<string, number>();
  const text = fragment.parts.map((part) => render(part, values, seen)).join('');
  return { text, values };
}

function render(part: Part, values: Value[], seen: Map<string, number>): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'instants':
      return '';
    case 'identifier':
      return `"${part.name.replaceAll('"', '""')}"`;
    case 'value': {
      if (part.value instanceof Uint8Array) {
        values.push(part.value);
        return `$${values.length}`;
      }
      const key = valueKey(part.value);
      const known = seen.get(key);
      if (known !== undefined) return `$${known}`;
      values.push(part.value);
      seen.set(key, values.length);
      return `$${values.length}`;
    }
  }
}

const valueKey = (value: Exclude<Value, Uint8Array>): string =>
  typeof value === 'object' && value !== null ? `t:${value.at}` : `${typeof value}:${Object.is(value, -0) ? '0' : String(value)}`;

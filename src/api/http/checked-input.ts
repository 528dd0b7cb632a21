import type { z } from 'zod';
import { ClienteleError, nearest } from '../../core/index.ts';
import type { Route } from '../route.ts';
import { type UnknownField, unknownFields } from '../../contract/schemas.ts';

type Part = 'params' | 'query' | 'body';

/**
 * What came with a request, as the route's schemas say. A field that they do not know is refused, wherever it stands: passed over, a misspelled one would look as if it
 * had been taken. Throws `request.invalid` naming the first wrong field, all of them beside it.
 */
export function checkedInput(route: Route, raw: Readonly<Record<Part, unknown>>): Readonly<Record<Part, unknown>> {
  return { params: checked('params', route.params, raw.params), query: checked('query', route.query, raw.query), body: checked('body', route.body, raw.body) };
}

type Wrong = { readonly part: Part; readonly path: string; readonly message: string };

function checked(part: Part, schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) {
    const [first] = part === 'params' || typeof value !== 'object' ? [] : Object.keys(value ?? {});
    if (first !== undefined) refuse(part, [{ part, path: first, message: `This call takes no ${part === 'query' ? 'parameters' : 'body'}.` }]);
    return undefined;
  }
  const given = value ?? {};
  const parsed = schema.safeParse(given);
  // First what is not known: a misspelled name is why another one is missing.
  const wrong = [
    ...unknownFields(schema, given).map((field) => ({ part, path: field.path, message: messageFor(field) })),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ part, path: path.map(String).join('.'), message })),
  ];
  if (wrong.length > 0 || !parsed.success) refuse(part, wrong);
  return parsed.data;
}

function refuse(part: Part, fields: readonly Wrong[]): never {
  const [first] = fields;
  const where = first === undefined || first.path === '' ? part : first.path;
  throw new ClienteleError('request.invalid', { detail: `${where}: ${first?.message ?? 'not valid'}` }, { fields });
}

function messageFor({ name, known }: UnknownField): string {
  const near = nearest(name, known);
  if (known.length === 0) return 'There is no such field, and none at all here.';
  return near.length > 0 ? `There is no such field; did you mean ${near.join(' or ')}?` : `There is no such field; there are ${known.join(', ')}.`;
}

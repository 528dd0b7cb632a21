import type { z } from 'zod';
import { ClienteleError } from '../../core/index.ts';
import type { Route } from '../route.ts';

type Part = 'params' | 'query' | 'body';

/** What came with a request, as the route's schemas say. Throws `request.invalid` naming the first wrong field, all of them beside it. */
export function checkedInput(route: Route, raw: Readonly<Record<Part, unknown>>): Readonly<Record<Part, unknown>> {
  return { params: checked('params', route.params, raw.params), query: checked('query', route.query, raw.query), body: checked('body', route.body, raw.body) };
}

function checked(part: Part, schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ part, path: path.map(String).join('.'), message }));
  const [first] = fields;
  const where = first === undefined || first.path === '' ? part : first.path;
  throw new ClienteleError('request.invalid', { detail: `${where}: ${first?.message ?? 'not valid'}` }, { fields });
}

import { z } from 'zod';
import { isClosed } from '../contract/schemas.ts';
import { sessionCookies } from './http/session-cookies.ts';
import type { Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The OpenAPI 3.1 document of these routes, whose schemas are JSON Schema 2020-12, made from the very schemas that check
 * requests. Schemas with an id (`.meta({ id })`) stand once under `components`.
 */
export function openApiDocument(routes: readonly Route[], version: string): Json {
  const components: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const {
      $schema: _dialect,
      $defs,
      ...body
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      target: 'draft-2020-12',
      // As `unknownFields` refuses them.
      override: ({ zodSchema, jsonSchema, path }) => {
        if (isClosed(zodSchema) && !isPart(path)) jsonSchema.additionalProperties = false;
      },
    }) as Json & { $defs?: Json };
    for (const [name, definition] of Object.entries($defs ?? {})) components[name] = withoutId(atComponents(definition));
    return atComponents(body) as Json;
  };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path}`.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operation(route, schemaOf);
  }
  const problem = schemaOf(problemSchema, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clientele',
      version,
      description:
        'Customer segmentation for small and medium businesses. Instants are ISO 8601 in UTC, shares are 0 to 1, money is in the workspace\u2019s currency.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...components, Problem: problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookies, description: 'The name ends in a tag of the workspace.' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key made under Settings → Keys.' },
      },
    },
  };
}

/** Parts of a whole that are each looked at alone say nothing of the fields of the others. */
const isPart = (path: readonly (string | number)[]): boolean => path.some((step) => step === 'allOf' || step === 'prefixItems');

const problemSchema = z.object({ type: z.string(), title: z.string(), status: z.int(), code: z.string(), hint: z.string() }).catchall(z.unknown());

function operation(route: Route, schemaOf: (schema: z.ZodType, io: 'input' | 'output') => Json): Json {
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    'x-policy': route.policy,
    security: route.policy === 'public' ? [] : [{ session: [] }, { key: [] }],
    parameters: [...parametersIn('path', route.params, schemaOf), ...parametersIn('query', route.query, schemaOf)],
    ...(route.kind === 'upload'
      ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
      : route.body === undefined
        ? {}
        : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
    responses: {
      ...(route.kind === 'stream'
        ? { 200: { description: 'A stream or a file', content: { [route.streams]: { schema: { type: 'string' } } } } }
        : { [route.status]: { description: 'The answer', content: { 'application/json': { schema: schemaOf(route.answers, 'output') } } } }),
      default: { description: 'What was wrong, and what to do', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

/** `getSegmentsSlugMembers`: method and path, so it never changes by itself. */
export function operationId({ method, path }: Route): string {
  const words = path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replace(':', ''));
  return [method.toLowerCase(), ...words.flatMap((word) => word.split(/[^a-zA-Z0-9]/).map((part) => part.charAt(0).toUpperCase() + part.slice(1)))].join('');
}

function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined, schemaOf: (schema: z.ZodType, io: 'input' | 'output') => Json): readonly Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { readonly properties?: Json; readonly required?: readonly string[] };
  return Object.entries(properties).map(([name, each]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: each }));
}

const withoutId = (schema: unknown): unknown => {
  if (typeof schema !== 'object' || schema === null) return schema;
  const { id: _id, ...rest } = schema as Json;
  return rest;
};

function atComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(atComponents);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === '$ref' && typeof each === 'string' ? each.replace('#/$defs/', '#/components/schemas/') : atComponents(each),
    ]),
  );
}

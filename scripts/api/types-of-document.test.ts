import { expect, test } from 'vitest';
import { typeOfSchema } from './type-of-schema.ts';
import { typesOfDocument } from './types-of-document.ts';

test('a schema becomes the TypeScript type that holds the same values', () => {
  expect(typeOfSchema({ type: 'string' })).toBe('string');
  expect(typeOfSchema({ type: ['string', 'null'] })).toBe('string | null');
  expect(typeOfSchema({ enum: ['a', 1, null] })).toBe('"a" | 1 | null');
  expect(typeOfSchema({ type: 'array', items: { anyOf: [{ type: 'number' }, { type: 'null' }] } })).toBe('(number | null)[]');
  expect(typeOfSchema({ type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false })).toBe('[string, number]');
  expect(
    typeOfSchema({
      type: 'object',
      properties: { a: { type: 'boolean' }, 'b-c': { $ref: '#/components/schemas/B' } },
      required: ['a'],
      additionalProperties: false,
    }),
  ).toBe("{ readonly a: boolean; readonly 'b-c'?: Schemas['B']; }");
  expect(typeOfSchema({ type: 'object', additionalProperties: { type: 'number' } })).toBe('Readonly<Record<string, number>>');
  expect(typeOfSchema({})).toBe('unknown');
});

test('an operation has its parameters by place, its body and its answers by status', () => {
  const written = typesOfDocument({
    paths: {
      '/things/{id}': {
        put: {
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'dry', in: 'query', schema: { type: 'boolean' } },
          ],
          requestBody: { required: true, content: { 'application/json': { schema: { type: 'number' } } } },
          responses: { 200: { content: { 'application/json': { schema: { type: 'string' } } } }, default: {} },
        },
      },
    },
  });
  expect(written).toContain("readonly '/things/{id}': {");
  expect(written).toContain('readonly get?: never;');
  expect(written).toContain("readonly query?: { readonly 'dry'?: boolean | undefined; };");
  expect(written).toContain("readonly path: { readonly 'id': string; };");
  expect(written).toContain("readonly requestBody: { readonly content: { readonly 'application/json': number; }; };");
  expect(written).toContain(
    "readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': string; }; };",
  );
});

import { expect, test } from 'vitest';
import { unknownFields } from '../contract/schemas.ts';
import { openApiDocument } from './openapi.ts';
import { routes } from './routes/index.ts';

type Schema = { readonly $ref?: string; readonly additionalProperties?: unknown; readonly type?: string };
type Document = {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } }>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const document = openApiDocument(routes, '1') as unknown as Document;
const bodyOf = (method: string, path: string): Schema | undefined => {
  const schema = document.paths[`/api/v1${path}`.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.requestBody?.content['application/json']?.schema;
  return schema?.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
};

test('a body says that it takes no other fields exactly where a call with another one is refused', () => {
  const objects = routes.flatMap(({ method, path, body }) => {
    const schema = bodyOf(method, path);
    return body !== undefined && schema?.type === 'object'
      ? [{ call: `${method} ${path}`, schema, refused: unknownFields(body, { surprise: 1 }).length > 0 }]
      : [];
  });
  expect(objects.length).toBeGreaterThan(60);
  expect(objects.filter(({ schema, refused }) => (schema.additionalProperties === false) !== refused).map(({ call }) => call)).toEqual([]);
  expect(objects.filter(({ refused }) => !refused).length).toBeLessThan(5);
});

test('what stands within a body says so, too; the context of a decision is open on purpose', () => {
  const { SlotDefinition: slot, VisitContext: visit } = document.components.schemas;
  expect([slot?.additionalProperties, visit?.additionalProperties]).toEqual([false, {}]);
  // A rule of a slot, a list deep.
  expect(JSON.stringify(slot).match(/"additionalProperties":false/g)?.length ?? 0).toBeGreaterThan(2);
});

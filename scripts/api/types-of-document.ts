import { typeOfSchema, type Schema } from './type-of-schema.ts';

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema };
type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
type Operation = {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses?: Readonly<Record<string, Content>>;
};

export type OpenApiDocument = {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
};

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const places = ['query', 'header', 'path', 'cookie'] as const;

/**
 * The `paths` type that openapi-fetch reads, written from an OpenAPI 3.1 document. It knows what our own document uses
 * (JSON Schema objects, arrays, unions, enumerations, references), not the whole of the standard.
 */
export function typesOfDocument(document: OpenApiDocument): string {
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => `  readonly ${quoted(name)}: ${typeOfSchema(schema)};`);
  const paths = Object.entries(document.paths ?? {})
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(
      ([path, operations]) =>
        `  readonly ${quoted(path)}: {\n${methods.map((method) => `    readonly ${method}${operationMember(operations[method])}`).join('\n')}\n  };`,
    );
  return [
    '// Written by `npm run api` from the OpenAPI document of src/api. Do not edit.',
    '',
    'export type Schemas = {',
    ...schemas,
    '};',
    '',
    'export type paths = {',
    ...paths,
    '};',
    '',
  ].join('\n');
}

function operationMember(operation: Operation | undefined): string {
  if (operation === undefined) return '?: never;';
  const parameters = places.map((place) => parametersIn(place, operation.parameters ?? [])).join(' ');
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, response]) => `readonly ${statusKey(status)}: { readonly headers: Readonly<Record<string, unknown>>;${contentOf(response)} };`,
  );
  return `: {\n      readonly parameters: { ${parameters} };\n      ${bodyOf(operation)}\n      readonly responses: { ${responses.join(' ')} };\n    };`;
}

function parametersIn(place: string, all: readonly Parameter[]): string {
  const here = all.filter((each) => each.in === place);
  if (here.length === 0) return `readonly ${place}?: never;`;
  const optional = here.some(({ required }) => required === true) ? '' : '?';
  const members = here.map(
    ({ name, required, schema }) =>
      `readonly ${quoted(name)}${required === true ? '' : '?'}: ${typeOfSchema(schema ?? {})}${required === true ? '' : ' | undefined'};`,
  );
  return `readonly ${place}${optional}: { ${members.join(' ')} };`;
}

function bodyOf({ requestBody }: Operation): string {
  if (requestBody === undefined) return 'readonly requestBody?: never;';
  return `readonly requestBody${requestBody.required === true ? '' : '?'}: {${contentOf(requestBody)} };`;
}

function contentOf({ content }: Content): string {
  if (content === undefined) return ' readonly content?: never;';
  const kinds = Object.entries(content).map(([kind, { schema }]) => `readonly ${quoted(kind)}: ${typeOfSchema(schema ?? {})};`);
  return ` readonly content: { ${kinds.join(' ')} };`;
}

const statusKey = (status: string): string => (/^\d+$/.test(status) ? status : quoted(status));
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** The part of JSON Schema 2020-12 that zod writes. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
};

/** A TypeScript type of a JSON schema, on one line. What it doesn't know is `unknown`. */
export function typeOfSchema(schema: Schema): string {
  if (schema.$ref !== undefined) return `Schemas['${schema.$ref.split('/').at(-1) ?? ''}']`;
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const union = schema.anyOf ?? schema.oneOf;
  if (union !== undefined) return union.map((each) => bracketed(typeOfSchema(each))).join(' | ');
  if (schema.allOf !== undefined) return schema.allOf.map((each) => bracketed(typeOfSchema(each))).join(' & ');
  if (Array.isArray(schema.type)) return schema.type.map((type: string) => bracketed(typeOfSchema({ ...schema, type }))).join(' | ');
  switch (schema.type) {
    case 'string':
      return schema.format === 'binary' ? 'Blob' : 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return arrayType(schema);
    case 'object':
      return objectType(schema);
    default:
      return schema.properties === undefined ? 'unknown' : objectType(schema);
  }
}

/** Arrays are not readonly: openapi-fetch would take a readonly one for an object. */
function arrayType({ prefixItems, items }: Schema): string {
  const rest = items === undefined || items === false ? undefined : typeOfSchema(items);
  if (prefixItems === undefined) return `${bracketed(rest ?? 'unknown')}[]`;
  const first = prefixItems.map(typeOfSchema);
  return `[${[...first, ...(rest === undefined ? [] : [`...${bracketed(rest)}[]`])].join(', ')}]`;
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const members = Object.entries(properties).map(([name, each]) =>
    required.includes(name) ? `readonly ${quoted(name)}: ${typeOfSchema(each)};` : `readonly ${quoted(name)}?: ${typeOfSchema(each)};`,
  );
  const open = typeof additionalProperties === 'object' ? typeOfSchema(additionalProperties) : 'unknown';
  const record = `Readonly<Record<string, ${open}>>`;
  if (members.length === 0) return additionalProperties === false ? 'Readonly<Record<string, never>>' : record;
  // A record of everything would also allow wrong types of the named members, so an object that is merely open stays as named.
  return typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0
    ? `{ ${members.join(' ')} } & ${record}`
    : `{ ${members.join(' ')} }`;
}

const bracketed = (type: string): string => (/[|&]/.test(type) ? `(${type})` : type);
const quoted = (name: string): string => (/^[a-zA-Z_]\w*$/.test(name) ? name : `'${name.replaceAll("'", "\\'")}'`);

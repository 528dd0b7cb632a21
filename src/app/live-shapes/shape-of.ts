import type { JsonObject, JsonValue, Received } from '../../contract/index.ts';

/** A property of a message as the watch sees it: what it is called, and the type of its value; `empty` where it was sent and holds nothing. */
export type Property = { readonly name: string; readonly type: 'text' | 'number' | 'boolean' | 'list' | 'object' | 'empty' };
export type Shape = { readonly event: string; readonly properties: readonly Property[] };

const mostProperties = 60;

/** What a message looks like, without reading what it means; undefined for what could not be read at all. */
export function shapeOf({ body }: Pick<Received, 'body'>): Shape | undefined {
  const { format } = body;
  if (format === 'refused') return undefined;
  if (typeof format === 'string') return { event: `${format} ${text(body['topic']) ?? 'message'}`, properties: propertiesOf(object(body['payload'])) };
  const type = text(body['type']) ?? 'call';
  if (type === 'track') return { event: (text(body['event']) ?? 'track').slice(0, 200), properties: propertiesOf(object(body['properties'])) };
  return { event: type, properties: propertiesOf(object(body[type === 'page' || type === 'screen' ? 'properties' : 'traits'])) };
}

const propertiesOf = (of: JsonObject): readonly Property[] =>
  Object.entries(of)
    .slice(0, mostProperties)
    .map(([name, value]) => ({ name: name.slice(0, 100), type: typeOf(value) }));

function typeOf(value: JsonValue): Property['type'] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'empty';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'object';
  }
}

const text = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const object = (value: JsonValue | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

import type { z } from 'zod';

/** A field that a schema does not know: where it stands, and what is known there. */
export type UnknownField = { readonly path: string; readonly name: string; readonly known: readonly string[] };

/** What every schema of zod says of itself. */
type Defined = { readonly def: z.core.$ZodTypes['_zod']['def'] };
type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields of a value that its schema would pass over in silence. Where one of several shapes is to be taken and none takes the value, nothing is said of it. Objects
 * that are open on purpose say so themselves (`z.looseObject`, `z.record`).
 */
export function unknownFields(schema: z.core.$ZodType, value: unknown, path = ''): readonly UnknownField[] {
  const { def } = schema as unknown as Defined;
  const at = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
  switch (def.type) {
    case 'object': {
      if (!isFields(value)) return [];
      return Object.entries(value).flatMap(([key, each]) => {
        const own = Object.hasOwn(def.shape, key) ? def.shape[key] : def.catchall;
        return own === undefined ? [{ path: at(key), name: key, known: Object.keys(def.shape) }] : unknownFields(own, each, at(key));
      });
    }
    case 'record':
      return isFields(value) ? Object.entries(value).flatMap(([key, each]) => unknownFields(def.valueType, each, at(key))) : [];
    case 'array':
      return Array.isArray(value) ? value.flatMap((each, index) => unknownFields(def.element, each, at(index))) : [];
    case 'union':
      return ofOneThatTakes(def.options, value, path);
    case 'lazy':
      return unknownFields(def.getter(), value, path);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unknownFields(def.innerType, value, path);
    case 'pipe':
      return unknownFields(def.in, value, path);
    default:
      return [];
  }
}

/** Whether a schema is of objects that hold no other fields than those it names. */
export function isClosed(schema: z.core.$ZodType): boolean {
  const { def } = schema as unknown as Defined;
  return def.type === 'object' && def.catchall === undefined;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of several schemas that take a value, the one that knows most of it. */
function ofOneThatTakes(options: readonly z.core.$ZodType[], value: unknown, path: string): readonly UnknownField[] {
  const found = options
    .filter((option) => (option as z.ZodType).safeParse(value).success)
    .map((option) => unknownFields(option, value, path))
    .toSorted((one, other) => one.length - other.length);
  return found[0] ?? [];
}

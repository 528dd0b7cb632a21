import { expect, test } from 'vitest';
import { z } from 'zod';
import { unknownFields } from './unknown-fields.ts';

const paths = (schema: z.ZodType, value: unknown): readonly string[] => {
  expect(schema.safeParse(value).success).toBe(true);
  return unknownFields(schema, value).map(({ path }) => path);
};

test('a field is unknown wherever it stands: in lists, records, what may be left out, and what refers to itself', () => {
  const inner = z.object({ a: z.string().optional() });
  const schema = z.object({
    plain: inner.default({}),
    list: z.array(inner).optional(),
    byName: z.record(z.string(), inner.nullable()).exactOptional(),
    read: inner.readonly().transform(({ a }) => a),
    refined: inner.refine(() => true),
  });
  const value = { plain: { b: 1 }, list: [{ a: '' }, { c: 1 }], byName: { x: { d: 1 }, y: null }, read: { e: 1 }, refined: { f: 1 }, g: 1 };
  expect(paths(schema, value)).toEqual(['plain.b', 'list.1.c', 'byName.x.d', 'read.e', 'refined.f', 'g']);
  type Tree = { readonly of?: readonly Tree[] | undefined };
  const tree: z.ZodType<Tree> = z.object({ of: z.array(z.lazy(() => tree)).optional() });
  expect(paths(tree, { of: [{ of: [] }, { off: [] }] })).toEqual(['of.1.off']);
});

test('of several shapes the one counts that knows most; what is open on purpose knows everything', () => {
  const either = z.union([z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('a'), size: z.number() }), z.string()]);
  expect(paths(either, { kind: 'a', size: 1 })).toEqual([]);
  expect(paths(either, { kind: 'a', size: 1, colour: 1 })).toEqual(['colour']);
  expect(paths(either, 'text')).toEqual([]);
  expect(paths(z.looseObject({ a: z.object({}) }), { b: 1, a: { c: 1 } })).toEqual(['a.c']);
  expect(paths(z.object({ a: z.unknown() }), { a: { anything: 1 } })).toEqual([]);
});

test('names that every object has are no fields', () => {
  expect(paths(z.object({ a: z.string().optional() }), JSON.parse('{"__proto__":1,"constructor":2}'))).toEqual(['__proto__', 'constructor']);
});

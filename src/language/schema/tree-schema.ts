import { z } from 'zod';
import { isDateShaped } from '../format-text.ts';
import type { Condition, FactCondition } from '../tree.ts';

/** The shapes of `tree.ts` for JSON from outside: nothing more, nothing less. Whether names and values make sense is `check`'s business. */
const finite = z.number().refine((value) => Number.isFinite(value) && !Object.is(value, -0), 'must be a finite number');
const literal = z.union([z.string(), finite, z.boolean()], 'must be a text, a number, true or false');
const date = z.string().refine(isDateShaped, 'must be a date such as 2026-01-31');
const unit = z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']);
const listed = ['in', 'not in', 'contains any of', 'contains all of', 'contains none of'] as const;
const operator = z.enum(['=', '!=', '<', '<=', '>', '>=', 'between', 'is exactly', 'contains', 'starts with', 'ends with', ...listed]);

const values = z.array(literal).min(1);
/** One value, two for `between`, one or more for lists. */
const hasRightCount = (comparison: { readonly operator: string; readonly values: readonly unknown[] }): boolean =>
  listed.some((one) => one === comparison.operator) || comparison.values.length === (comparison.operator === 'between' ? 2 : 1);
const wrongCount = { message: 'must be one value; two for between', path: ['values'] };

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['orders', 'items', 'returns', 'reviews', 'tickets', 'surveys']) }),
  z.strictObject({ kind: z.literal('event'), name: z.string() }),
]);

const windows = [
  z.strictObject({ kind: z.literal('last'), amount: finite, unit }),
  z.strictObject({ kind: z.literal('period'), period: z.enum(['day', 'week', 'month', 'quarter', 'year']), offset: z.union([z.literal(0), z.literal(-1)]) }),
  z.strictObject({ kind: z.literal('between'), from: date, to: date }),
  z.strictObject({ kind: z.enum(['before', 'after', 'on']), date }),
] as const;
const window = z.discriminatedUnion('kind', windows);
const dateWindow = z.discriminatedUnion('kind', [...windows, z.strictObject({ kind: z.literal('next'), amount: finite, unit })]);

const factCondition: z.ZodType = z.lazy(() => factConditions);
const factConditions = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'any', 'none']), of: z.array(factCondition) }),
  z.strictObject({ kind: z.literal('not'), of: factCondition }),
  z.strictObject({ kind: z.literal('compare'), field: z.string(), operator, values }).refine(hasRightCount, wrongCount),
  z.strictObject({ kind: z.enum(['known', 'unknown']), field: z.string() }),
]);

const facts = z.strictObject({ of: source, where: factCondition.optional(), window: window.optional() });
const stepFacts = z.strictObject({ of: source, where: factCondition.optional() });

const operand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attribute'), name: z.string() }),
  z
    .strictObject({ kind: z.literal('aggregate'), function: z.enum(['count', 'sum', 'avg', 'min', 'max', 'distinct']), facts, field: z.string().optional() })
    .refine((aggregate) => (aggregate.function === 'count') === (aggregate.field === undefined), {
      message: 'must be given, but not for count',
      path: ['field'],
    }),
  z.strictObject({ kind: z.literal('days-since'), which: z.enum(['last', 'first']), facts }),
]);

const step = z.strictObject({ facts: stepFacts, absent: z.boolean(), within: z.strictObject({ amount: finite, unit }).optional() });
const opening = step.refine(({ absent, within }) => !absent && within === undefined, 'must have happened, at any time');

const condition: z.ZodType = z.lazy(() => conditions);
const conditions = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'any', 'none']), of: z.array(condition) }),
  z.strictObject({ kind: z.literal('not'), of: condition }),
  z.strictObject({ kind: z.literal('compare'), left: operand, operator, values }).refine(hasRightCount, wrongCount),
  z.strictObject({ kind: z.enum(['known', 'unknown']), attribute: z.string() }),
  z.strictObject({ kind: z.literal('date'), attribute: z.string(), window: dateWindow }),
  z.strictObject({ kind: z.literal('in-segment'), segment: z.string() }),
  z.strictObject({ kind: z.literal('can-receive'), channel: z.string(), purpose: z.string() }),
  z.strictObject({ kind: z.literal('random'), percent: finite, seed: z.string().optional() }),
  z.strictObject({ kind: z.literal('within'), distance: finite, unit: z.enum(['km', 'mi']), latitude: finite, longitude: finite }),
  z.strictObject({ kind: z.literal('sequence'), steps: z.tuple([opening, step], step), window: window.optional() }),
]);

export const treeSchema = condition as z.ZodType<Condition>;
export const factConditionSchema = factCondition as z.ZodType<FactCondition>;

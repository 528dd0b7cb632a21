import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { fieldCatalogue, fieldOf, kinds, type Mapping, statusReadings } from '../contract/index.ts';
import { failed, ok, type Result } from '../core/index.ts';

/** What is wrong with a mapping file, and where: a key's path such as `columns.2.field`, and the line it stands on (from 1). */
export type MappingFileError = { readonly detail: string; readonly path: string; readonly line: number | undefined };

/** A mapping as YAML fit for git: what the columns mean first. */
export function mappingToYaml(mapping: Mapping): string {
  const columns = mapping.columns.map(({ header, field, name, dateOrder }) => ({
    header,
    field,
    ...(name === undefined ? {} : { name }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  }));
  return stringify(
    { version: mapping.version, preset: mapping.preset, kind: mapping.kind, source: mapping.source, options: mapping.options, columns },
    { lineWidth: 0 },
  );
}

/** Reads what `mappingToYaml` writes, and what people make of it. */
export function mappingFromYaml(text: string): Result<Mapping, MappingFileError> {
  const document = parseDocument(text, { prettyErrors: true });
  const [broken] = document.errors;
  if (broken !== undefined) return failed({ detail: broken.message.split('\n')[0] ?? 'it is no YAML', path: '', line: broken.linePos?.[0].line });
  const read = fileSchema.safeParse(document.toJS());
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
    return failed({
      detail: issue?.message ?? 'it has another shape',
      path: path.join('.'),
      line: lineOf(text, document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true)),
    });
  }
  const { options, columns, ...rest } = read.data;
  const mapping: Mapping = {
    ...rest,
    columns: columns.map((column) => ({ ...withoutUndefined(column), confidence: 1, reason: 'mapping file' })),
    options: withoutUndefined(options),
  };
  const wrong = mapping.columns.findIndex((column) => !isField(mapping, column.field));
  if (wrong === -1) return ok(mapping);
  const path = ['columns', wrong, 'field'];
  const known = Object.keys(fieldCatalogue[mapping.kind]).join(', ');
  const detail = `${mapping.kind} have no field "${mapping.columns[wrong]?.field ?? ''}"; they have ${known}, and custom, ignore and id:NAME.`;
  return failed({ detail, path: path.join('.'), line: lineOf(text, document.getIn(path, true)) });
}

const isField = (mapping: Mapping, field: string): boolean =>
  field === 'custom' || field === 'ignore' || /^id:[a-z0-9_-]+$/.test(field) || fieldOf(mapping.kind, field) !== undefined;

function lineOf(text: string, node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start]: unknown[] = node.range;
  return typeof start === 'number' ? text.slice(0, start).split('\n').length : undefined;
}

/** The schema's optional keys come back as undefined ones, which frozen plain data does not have. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

const text = z.string();
const dateOrder = z.enum(['dmy', 'mdy', 'ymd']);

const optionsSchema = z.strictObject({
  dateOrder: dateOrder.optional(),
  decimal: z.enum(['point', 'comma']).optional(),
  currency: text.optional(),
  zone: text.optional(),
  country: text.optional(),
  listSeparator: text.optional(),
  feedbackKind: z.enum(['review', 'ticket', 'survey']).optional(),
  meanings: z.record(text, z.enum(['yes', 'no', 'unknown'])).optional(),
  constants: z.record(text, text).optional(),
  inheritRows: z.boolean().optional(),
  returnWhen: z.strictObject({ header: text, equals: text }).optional(),
  voidStatuses: z.array(text).optional(),
  statuses: z.record(text, z.enum(statusReadings)).optional(),
  orderIdFrom: z.array(text).min(1).optional(),
  customerIdFrom: z.array(text).min(1).optional(),
  instantFormat: text.optional(),
  timeFrom: z
    .object({ time: text, zone: text })
    .or(z.strictObject({ time: text }))
    .optional(),
  inheritColumns: z
    .strictObject({ by: text, columns: z.array(text).min(1) })
    .or(z.strictObject({ by: text, from: z.array(text).min(1), columns: z.array(text).min(1) }))
    .optional(),
  variantFrom: z.array(text).min(1).optional(),
  productIdFrom: z.array(text).min(1).optional(),
  categoryPath: z.enum(['one', 'several']).optional(),
  blanks: z.record(text, z.array(text)).optional(),
  returnIdSuffix: text.optional(),
  epoch: z.enum(['seconds', 'milliseconds', 'microseconds']).optional(),
  eventNames: z.strictObject({ header: text, names: z.record(text, text) }).optional(),
  ordersFromEvents: z.boolean().optional(),
});

const fileSchema = z.strictObject({
  version: z.literal(1),
  preset: text.default('mapped'),
  kind: z.enum(kinds),
  source: text.min(1).default('shop'),
  options: optionsSchema.default({}),
  columns: z.array(z.strictObject({ header: text, field: text, name: text.optional(), dateOrder: dateOrder.optional() })).min(1),
});

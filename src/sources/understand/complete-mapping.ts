import { type FieldDefinition, fieldCatalogue, identifierFields, type Mapping, type MappingOptions, ROW_HASH } from '../../contract/index.ts';
import { ClienteleError, fieldName } from '../../core/index.ts';
import type { UnderstandContext } from './context.ts';

/** Fills what can be made up honestly (ids of orders and customers that have none) and throws for required fields that can not. */
export function completeMapping(mapping: Mapping, context: Pick<UnderstandContext, 'fileName'>): Mapping {
  const completed = withEventName(withNames(withCustomers(withOrders(mapping))), context.fileName);
  const filled = new Set([...completed.columns.map((column) => column.field), ...Object.keys(completed.options.constants ?? {})]);
  if (completed.options.orderIdFrom !== undefined) filled.add('order_id');
  const required = Object.entries<FieldDefinition>(fieldCatalogue[completed.kind]).filter(([, definition]) => definition.required === true);
  for (const [field, definition] of required) {
    if (!filled.has(field))
      throw new ClienteleError('mapping.missing-field', { file: context.fileName, field, kind: completed.kind }, { label: definition.label });
  }
  return completed;
}

const lineFields = ['product', 'product_id', 'quantity', 'price', 'line_total'];

/** Rows without an order id: one order per customer and day when rows are lines of products, else every row is an order. */
function withOrders(mapping: Mapping): Mapping {
  if (mapping.kind !== 'orders' || mapping.options.orderIdFrom !== undefined) return mapping;
  const headerOf = (field: string): string | undefined => mapping.columns.find((column) => column.field === field)?.header;
  if (headerOf('order_id') !== undefined || mapping.options.constants?.['order_id'] !== undefined) return mapping;
  const customer = identifierHeader(mapping);
  const date = headerOf('ordered_at');
  if (date === undefined) return mapping;
  const lines = headerOf('total') === undefined && lineFields.some((field) => headerOf(field) !== undefined);
  const orderIdFrom = lines && customer !== undefined ? [customer, date] : [ROW_HASH];
  const how = orderIdFrom[0] === ROW_HASH ? 'every row is taken for an order' : `rows with the same ${orderIdFrom.join(' and ')} are taken for one order`;
  return withOption(mapping, { orderIdFrom }, `No column holds an order id: ${how}. Name one with --map "COLUMN=order_id" if there is one.`);
}

function withCustomers(mapping: Mapping): Mapping {
  if (mapping.kind !== 'customers' || mapping.options.customerIdFrom !== undefined || identifierHeader(mapping) !== undefined) return mapping;
  return withOption(
    mapping,
    { customerIdFrom: [ROW_HASH] },
    'No column tells one customer from another: every row is taken for a customer of its own. Name one with --map "COLUMN=customer_id" if there is one.',
  );
}

/** Names alone make nobody: two people may bear one. */
function withNames(mapping: Mapping): Mapping {
  const named = mapping.columns.find(({ field, reason }) => field === 'customer_name' && reason === 'looks like names');
  if (named === undefined || identifierHeader(mapping) !== undefined) return mapping;
  return withOption(
    mapping,
    {},
    `"${named.header}" holds names, and two people may bear the same one: it is kept as their name, and these orders belong to nobody. If each name is one customer all the same, say --map "${named.header}=customer_id".`,
  );
}

/** A table of one kind of happening has no column that says so: the file's name does. */
function withEventName(mapping: Mapping, fileName: string): Mapping {
  const named = mapping.columns.some((column) => column.field === 'event') || mapping.options.constants?.['event'] !== undefined;
  if (mapping.kind !== 'events' || named) return mapping;
  const event = happeningOf(fileName);
  return withOption(mapping, { constants: { ...mapping.options.constants, event } }, `No column names the event: every row is "${event}", after the file.`);
}

/** `check-ins_2026-11 (2).csv` is `check_ins`, as it was last month. */
function happeningOf(fileName: string): string {
  const whole = fieldName(fileName.replace(/\.(csv|tsv|txt|jsonl?|ndjson|xlsx|parquet)(\.(gz|zst))?$/i, ''));
  const words = whole
    .split('_')
    .filter(
      (word) =>
        !/^(?:\d+|q[1-4]|export|exports|report|copy|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/.test(
          word,
        ),
    );
  return words.length === 0 ? whole : words.join('_');
}

const identifierHeader = (mapping: Mapping): string | undefined =>
  mapping.columns.find((column) => Object.hasOwn(identifierFields, column.field) || column.field.startsWith('id:'))?.header;

const withOption = (mapping: Mapping, option: MappingOptions, warning: string): Mapping => ({
  ...mapping,
  options: { ...mapping.options, ...option },
  warnings: [...(mapping.warnings ?? []), warning],
});

import type { JsonObject, LiveRecord } from '../../contract/index.ts';
import { filled, object, text } from '../read/json.ts';
import { flatten } from '../read/flatten.ts';
import { amount, toMoney } from '../read/money.ts';
import type { Call } from './call.ts';
import type { CallContext } from './context.ts';
import { itemsOf } from './items.ts';
import type { StandardName } from './names.ts';

/** Properties that have a field of their own. */
const fieldsOfTheirOwn: ReadonlySet<string> = new Set([
  'value',
  'total',
  'revenue',
  'product_id',
  'category',
  'campaign',
  'session_id',
  'email',
  'url',
  'products',
  // What a page tells stands in the context too.
  'referrer',
]);

/** What happened, as an event. `standard` is what the specification calls it; the shop's own events keep their names. */
export function eventOf(call: Call, name: string, context: CallContext, standard?: StandardName): LiveRecord {
  const properties = object(call.body, 'properties');
  const aboutProduct = text(properties, 'product_id', 'sku') !== undefined || (standard?.startsWith('Product ') ?? false);
  const products = itemsOf(properties).flatMap(({ product_id: id, product }) => id ?? product ?? []);
  const own = flatten(properties, aboutProduct ? productFields : fieldsOfTheirOwn);
  return {
    kind: 'event',
    identifiers: call.identifiers,
    name,
    occurredAt: call.occurredAt,
    fields: {
      ...context.fields,
      ...filled({
        value: amount(properties, 'value', 'total', 'revenue', 'price') ?? valueOfCart(properties),
        product_id: text(properties, 'product_id', 'sku'),
        product: aboutProduct ? text(properties, 'name', 'product') : text(properties, 'product'),
        category: text(properties, 'category'),
        campaign: context.fields.campaign ?? text(properties, 'campaign', 'campaign.name'),
      }),
    },
    properties: { ...context.properties, ...own, ...(products.length === 0 ? {} : { products }) },
  };
}

const productFields: ReadonlySet<string> = new Set([...fieldsOfTheirOwn, 'name', 'product', 'sku']);

/** A cart without a total is worth what lies in it. */
function valueOfCart(properties: JsonObject): number | undefined {
  const items = itemsOf(properties);
  if (items.length === 0 || items.some(({ price }) => price === null)) return undefined;
  return toMoney(items.reduce((sum, { price, quantity }) => sum + (price ?? 0) * quantity, 0));
}

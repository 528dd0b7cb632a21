import type { JsonObject, LiveItem } from '../../contract/index.ts';
import { number, objects, text } from '../read/json.ts';
import { amount } from '../read/money.ts';

/** The lines of an order or a cart. A product without a quantity was bought once; its id is what a file of the same shop would carry. */
export const itemsOf = (properties: JsonObject): readonly LiveItem[] => objects(properties, 'products').map(itemOf);

const itemOf = (product: JsonObject): LiveItem => ({
  product_id: text(product, 'product_id', 'productId', 'id', 'sku') ?? null,
  product: text(product, 'name', 'product', 'title') ?? null,
  category: text(product, 'category') ?? null,
  brand: text(product, 'brand') ?? null,
  variant: text(product, 'variant') ?? null,
  quantity: number(product, 'quantity') ?? 1,
  price: amount(product, 'price') ?? null,
  discount: amount(product, 'discount') ?? null,
});

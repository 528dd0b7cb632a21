import type { LiveRecord } from '../../contract/index.ts';
import { filled, number, object, text } from '../read/json.ts';
import { flatten } from '../read/flatten.ts';
import type { Call } from './call.ts';

const notProperties: ReadonlySet<string> = new Set([
  'product_id',
  'sku',
  'review_id',
  'review_body',
  'review_title',
  'rating',
  'product',
  'name',
  'category',
  'email',
  'review',
]);

/** A review as `Product Reviewed` tells it. */
export function reviewOf(call: Call): LiveRecord {
  const properties = object(call.body, 'properties');
  return {
    kind: 'feedback',
    identifiers: call.identifiers,
    recordId: text(properties, 'review_id') ?? call.messageId,
    feedbackKind: 'review',
    occurredAt: call.occurredAt,
    fields: filled({
      subject: text(properties, 'review_title', 'title'),
      text: text(properties, 'review_body', 'review', 'body', 'comment'),
      rating: number(properties, 'rating'),
      product_id: text(properties, 'product_id', 'sku'),
      product: text(properties, 'name', 'product'),
      category: text(properties, 'category'),
    }),
    properties: flatten(properties, notProperties),
  };
}

import { messageEvents } from '../../contract/index.ts';

/** Events whose meaning the specifications fix (Segment's e-commerce v2 and e-mail specs); written in any case they are these. */
const standard = [
  'Products Searched',
  'Product List Viewed',
  'Product List Filtered',
  'Promotion Viewed',
  'Promotion Clicked',
  'Product Clicked',
  'Product Viewed',
  'Product Added',
  'Product Removed',
  'Cart Viewed',
  'Checkout Started',
  'Checkout Step Viewed',
  'Checkout Step Completed',
  'Payment Info Entered',
  'Order Completed',
  'Order Updated',
  'Order Refunded',
  'Order Cancelled',
  'Coupon Entered',
  'Coupon Applied',
  'Coupon Denied',
  'Coupon Removed',
  'Product Added to Wishlist',
  'Product Removed from Wishlist',
  'Wishlist Product Added to Cart',
  'Product Shared',
  'Cart Shared',
  'Product Reviewed',
  ...messageEvents,
] as const;
export type StandardName = (typeof standard)[number];

const orderNames = ['Order Completed', 'Order Updated', 'Order Refunded', 'Order Cancelled'] as const satisfies readonly StandardName[];
export type OrderName = (typeof orderNames)[number];
export const isOrderName = (name: StandardName | undefined): name is OrderName => orderNames.some((one) => one === name);

/** What earlier versions of the specification, and clients of other systems, call the same. */
const aliases: Readonly<Record<string, StandardName>> = {
  'Searched Products': 'Products Searched',
  'Viewed Product Category': 'Product List Viewed',
  'Product Category Viewed': 'Product List Viewed',
  'Viewed Product List': 'Product List Viewed',
  'Clicked Product': 'Product Clicked',
  'Viewed Product': 'Product Viewed',
  'Added Product': 'Product Added',
  'Removed Product': 'Product Removed',
  'Viewed Cart': 'Cart Viewed',
  'Started Checkout': 'Checkout Started',
  'Viewed Checkout Step': 'Checkout Step Viewed',
  'Completed Checkout Step': 'Checkout Step Completed',
  'Entered Payment Info': 'Payment Info Entered',
  'Completed Order': 'Order Completed',
  'Updated Order': 'Order Updated',
  'Refunded Order': 'Order Refunded',
  'Cancelled Order': 'Order Cancelled',
  'Canceled Order': 'Order Cancelled',
  'Order Canceled': 'Order Cancelled',
  'Viewed Promotion': 'Promotion Viewed',
  'Clicked Promotion': 'Promotion Clicked',
  'Reviewed Product': 'Product Reviewed',
  'Email Unsubscribed': 'Unsubscribed',
};

/** Letters and digits alone: `Product Viewed 360` is an event of the shop's own. */
const key = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

const known: ReadonlyMap<string, StandardName> = new Map([
  ...standard.map((name): [string, StandardName] => [key(name), name]),
  ...Object.entries(aliases).map(([alias, name]): [string, StandardName] => [key(alias), name]),
]);

/** The specification's own name of an event; undefined for the shop's own events, which keep theirs. */
export const standardName = (name: string): StandardName | undefined => known.get(key(name));

/** The names and aliases of some standard events as `standardName` compares them: letters and digits alone, in lower case. */
export const nameKeysOf = (wanted: (name: StandardName) => boolean): readonly string[] => [...known].flatMap(([one, name]) => (wanted(name) ? [one] : []));

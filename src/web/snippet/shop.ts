import type { Tracker } from './tracker.ts';

type Properties = Readonly<Record<string, unknown>>;

/** What shops tell, under the names of the e-commerce specification: nobody has to look them up. */
export const shopHelpers = (tracker: Pick<Tracker, 'track' | 'flush'>): Readonly<Record<ShopCall, (properties: Properties) => void>> => ({
  productViewed: (product) => tracker.track('Product Viewed', product),
  productAdded: (product) => tracker.track('Product Added', product),
  productRemoved: (product) => tracker.track('Product Removed', product),
  listViewed: (list) => tracker.track('Product List Viewed', list),
  searched: (search) => tracker.track('Products Searched', search),
  cartViewed: (cart) => tracker.track('Cart Viewed', cart),
  checkoutStarted: (cart) => tracker.track('Checkout Started', cart),
  orderCompleted: (order) => {
    tracker.track('Order Completed', order);
    tracker.flush();
  },
});

export type ShopCall = 'productViewed' | 'productAdded' | 'productRemoved' | 'listViewed' | 'searched' | 'cartViewed' | 'checkoutStarted' | 'orderCompleted';

import type { Preset } from './preset.ts';

/** The Analytics screen's export names no e-mail and no customer id, so its orders belong to nobody. Refunds are negative rows on the refund's date. */
export const woocommerceAnalyticsOrders: Preset = {
  id: 'woocommerce-analytics-orders',
  title: 'WooCommerce Analytics orders',
  kind: 'orders',
  source: 'woocommerce',
  signature: ['Date', 'Order #', 'Status', 'Customer', 'Customer type', 'Product(s)', 'Items sold', 'Net Sales'],
  fields: {
    order_id: 'Order #',
    ordered_at: 'Date',
    status: 'Status',
    customer_name: 'Customer',
    item_count: 'Items sold',
    coupon: 'Coupon(s)',
    total: 'Net Sales',
    channel: 'Attribution',
  },
  ignore: ['N. Revenue (formatted)'],
  // What went back stands in its own row: the word at the order itself takes nothing away.
  options: { returnIdSuffix: '-refund', statuses: { refunded: 'counts' }, voidStatuses: ['failed', 'trash', 'pending', 'pending payment', 'checkout-draft'] },
  warnings: [
    'This WooCommerce export names no e-mail and no customer id, so its orders count as revenue but belong to no customer. Export orders with an order-export plug-in (columns such as Order ID, Order Date, Billing Email) or from the REST API to know whose they are.',
  ],
};

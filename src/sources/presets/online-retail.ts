import type { Preset } from './preset.ts';

/** UCI "Online Retail" (352) and "Online Retail II" (502): one row per invoice line; returns are `C…` invoices with negative quantities. */
export const onlineRetail: Preset = {
  id: 'online-retail',
  title: 'UCI Online Retail',
  kind: 'orders',
  source: 'shop',
  signature: [['InvoiceNo', 'Invoice'], 'StockCode', 'Description', 'Quantity', 'InvoiceDate', ['UnitPrice', 'Price'], ['CustomerID', 'Customer ID']],
  fields: {
    order_id: ['InvoiceNo', 'Invoice'],
    product_id: 'StockCode',
    product: 'Description',
    quantity: 'Quantity',
    ordered_at: 'InvoiceDate',
    price: ['UnitPrice', 'Price'],
    customer_id: ['CustomerID', 'Customer ID'],
    country: 'Country',
  },
};

import type { Preset } from './preset.ts';

/** Amounts in CSV are in major units (the API's are minor), times in UTC without saying so, metadata in columns `<key> (metadata)`. */
export const stripeCustomers: Preset = {
  id: 'stripe-customers',
  title: 'Stripe customers',
  kind: 'customers',
  source: 'stripe',
  signature: ['id', 'Email', 'Name', 'Created (UTC)', ['Delinquent', 'Total Spend', 'Payment Count']],
  without: ['Amount'],
  fields: {
    'id:stripe': 'id',
    email: 'Email',
    name: 'Name',
    phone: 'Phone',
    signed_up_at: 'Created (UTC)',
    country: ['Address Country', 'Card Address Country'],
    city: ['Address City', 'Card Address City'],
    region: ['Address State', 'Card Address State'],
    postcode: ['Address Postal Code', 'Card Address Zip'],
  },
  ignore: ['Card ID', 'Card Last4', 'Card Fingerprint', 'Card Exp *', 'Card CVC Status', 'Card AVS *', 'Card Tokenization Method'],
  options: { zone: 'UTC' },
};

/** Partial refunds stay `Paid`: what was given back stands in `Amount Refunded`. Currency codes are in lower case. */
export const stripePayments: Preset = {
  id: 'stripe-payments',
  title: 'Stripe payments',
  kind: 'orders',
  source: 'stripe',
  signature: ['id', ['Created date (UTC)', 'Created (UTC)'], 'Amount', 'Amount Refunded', 'Currency', 'Status'],
  fields: {
    order_id: 'id',
    'id:stripe': 'Customer ID',
    email: ['Customer Email', 'Customer Email (metadata)'],
    ordered_at: ['Created date (UTC)', 'Created (UTC)'],
    total: 'Amount',
    refunded: 'Amount Refunded',
    currency: 'Currency',
    status: 'Status',
    payment_method: ['Payment Source Type', 'Card Brand'],
  },
  ignore: [
    'Card ID',
    'Card Last4',
    'Card Fingerprint',
    'Card Exp *',
    'Card CVC Status',
    'Card AVS *',
    'Converted *',
    'Mode',
    'Statement Descriptor',
    'Fee',
    'Transfer',
  ],
  options: { zone: 'UTC', voidStatuses: ['failed', 'canceled', 'blocked', 'incomplete', 'requires_payment_method', 'requires_action'] },
};

import type { Preset } from './preset.ts';

export const woocommerceCustomers: Preset = {
  id: 'woocommerce-customers',
  title: 'WooCommerce customers',
  kind: 'customers',
  source: 'woocommerce',
  signature: ['Name', 'Username', 'Last Active', 'Sign Up', 'Email', 'Orders', 'Total Spend', 'AOV'],
  fields: {
    email: 'Email',
    name: 'Name',
    signed_up_at: 'Sign Up',
    country: ['Country / Region', 'Country'],
    region: 'Region',
    city: 'City',
    postcode: 'Postal Code',
    phone: ['Billing Phone', 'Shipping Phone'],
  },
  ignore: ['Shipping Phone'],
};

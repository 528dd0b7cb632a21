import type { Preset } from './preset.ts';

/** Metafields come as `Label (customer.metafields.ns.key)` and stay custom under their label. */
export const shopifyCustomers: Preset = {
  id: 'shopify-customers',
  title: 'Shopify customers',
  kind: 'customers',
  source: 'shopify',
  signature: ['First Name', 'Last Name', 'Email', ['Accepts Email Marketing', 'Accepts Marketing'], 'Total Spent', 'Total Orders', 'Tax Exempt'],
  fields: {
    'id:shopify': 'Customer ID',
    email: 'Email',
    phone: ['Phone', 'Default Address Phone'],
    first_name: 'First Name',
    last_name: 'Last Name',
    accepts_email: ['Accepts Email Marketing', 'Accepts Marketing'],
    accepts_sms: 'Accepts SMS Marketing',
    company: ['Default Address Company', 'Company'],
    address: ['Default Address Address1', 'Address1'],
    city: ['Default Address City', 'City'],
    region: ['Default Address Province Code', 'Province Code', 'Province'],
    country: ['Default Address Country Code', 'Country Code', 'Country'],
    postcode: ['Default Address Zip', 'Zip'],
    tags: 'Tags',
  },
  ignore: ['Default Address Address2', 'Default Address Phone', 'Address2'],
};

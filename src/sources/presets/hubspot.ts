import type { Preset } from './preset.ts';

/** Columns vary with the portal's properties; values of many are joined by `;`. */
export const hubspotContacts: Preset = {
  id: 'hubspot-contacts',
  title: 'HubSpot contacts',
  kind: 'customers',
  source: 'hubspot',
  signature: [
    ['Record ID', 'Record ID - Contact', 'Contact ID'],
    'First Name',
    'Last Name',
    'Email',
    ['Contact owner', 'Lead Status', 'Lifecycle Stage', 'Create Date'],
  ],
  fields: {
    'id:hubspot': ['Record ID', 'Record ID - Contact', 'Contact ID'],
    email: 'Email',
    phone: ['Phone Number', 'Mobile Phone Number'],
    first_name: 'First Name',
    last_name: 'Last Name',
    company: ['Company Name', 'Associated Company', 'Primary Associated Company'],
    job_title: 'Job Title',
    industry: 'Industry',
    company_size: ['Number of Employees', 'Company size'],
    address: 'Street Address',
    city: 'City',
    region: 'State/Region',
    country: 'Country/Region',
    postcode: 'Postal Code',
    language: 'Preferred language',
    birthday: 'Date of birth',
    signed_up_at: 'Create Date',
    updated_at: ['Last Modified Date', 'Last Activity Date'],
    channel: ['Original Source', 'Original Traffic Source'],
  },
  options: { listSeparator: ';' },
};

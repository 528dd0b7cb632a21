import type { Preset } from './preset.ts';

/** Latitude and longitude are guessed from where mails were opened or the site was seen, which is no address: the town's own coordinates stand. */
export const klaviyoProfiles: Preset = {
  id: 'klaviyo-profiles',
  title: 'Klaviyo profiles',
  kind: 'customers',
  source: 'klaviyo',
  signature: ['Email', 'Klaviyo ID', 'First Name', 'Last Name'],
  fields: {
    email: 'Email',
    'id:klaviyo': 'Klaviyo ID',
    phone: 'Phone Number',
    customer_id: 'External ID',
    first_name: 'First Name',
    last_name: 'Last Name',
    company: 'Organization',
    job_title: 'Title',
    address: 'Address',
    city: 'City',
    region: 'State / Region',
    country: 'Country',
    postcode: 'Zip Code',
    channel: 'Source',
    accepts_email: 'Email Marketing Consent',
    email_consent_at: 'Email Marketing Consent Timestamp',
    accepts_sms: 'SMS Marketing Consent',
    sms_consent_at: 'SMS Marketing Consent Timestamp',
    signed_up_at: ['Profile Created On', 'Date Added'],
    gender: 'Gender',
    birthday: 'Birthday',
  },
  ignore: ['Latitude', 'Longitude', 'IP Address', 'Address 2', 'Predicted Gender', 'Likely Gender'],
};

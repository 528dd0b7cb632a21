import type { MappingOptions } from '../../contract/index.ts';
import type { Preset } from './preset.ts';

/**
 * One file per status, so the file's name is data. Times are UTC without saying so; merge fields come between the names and these. Country, region and time zone are
 * guessed from where mails were opened, which is no address: they are kept under names that say so.
 */
export const mailchimpAudience: Preset = {
  id: 'mailchimp-audience',
  title: 'Mailchimp audience',
  kind: 'customers',
  source: 'mailchimp',
  signature: ['Email Address', 'MEMBER_RATING', 'OPTIN_TIME', 'LAST_CHANGED', 'LEID', 'EUID'],
  fields: {
    email: 'Email Address',
    'id:mailchimp': 'EUID',
    first_name: 'First Name',
    last_name: 'Last Name',
    phone: ['Phone Number', 'Phone'],
    address: 'Address',
    birthday: 'Birthday (full date)',
    signed_up_at: 'OPTIN_TIME',
    email_consent_at: ['UNSUB_TIME', 'CLEAN_TIME', 'CONFIRM_TIME'],
    updated_at: 'LAST_CHANGED',
    tags: 'TAGS',
  },
  keep: { CC: 'opened_in_country', REGION: 'opened_in_region', TIMEZONE: 'opened_in_time_zone' },
  ignore: ['LATITUDE', 'LONGITUDE', 'OPTIN_IP', 'CONFIRM_IP', 'GMTOFF', 'DSTOFF', 'LEID', 'UNSUB_CAMPAIGN_ID'],
  options: { zone: 'UTC' },
  optionsByName: consentByName,
};

function consentByName(fileName: string): MappingOptions {
  const status = /^(subscribed|unsubscribed|cleaned|nonsubscribed)/i.exec(fileName)?.[1]?.toLowerCase();
  if (status === undefined) return {};
  return { constants: { accepts_email: status === 'subscribed' ? 'yes' : 'no' } };
}

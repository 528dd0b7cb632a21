import { type FieldDefinition, fieldCatalogue } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';

/** What kind of personal data a column, trait or identifier holds. */
export type Sensitivity = 'email' | 'phone' | 'name' | 'address' | 'postcode' | 'birthday' | 'identifier' | 'place';

/**
 * Told by name: a field of the catalogue, one of its synonyms as a file's header writes them, or an identifier's namespace
 * (`id:stripe`). Undefined for all else, whose values may still look like e-mails or phones.
 */
export function sensitivityOf(name: string): Sensitivity | undefined {
  if (/^id:/i.test(name)) return 'identifier';
  return byName.get(fieldName(name).replaceAll('e_mail', 'email'));
}

const fields: Readonly<Record<string, Sensitivity>> = {
  email: 'email',
  phone: 'phone',
  name: 'name',
  first_name: 'name',
  last_name: 'name',
  address: 'address',
  postcode: 'postcode',
  birthday: 'birthday',
  latitude: 'place',
  longitude: 'place',
  customer_id: 'identifier',
  anonymous_id: 'identifier',
  previous_id: 'identifier',
};

/** Further headers that shops use, beyond those by which an import recognises a field. */
const further: Readonly<Record<string, Sensitivity>> = {
  customer_name: 'name',
  billing_name: 'name',
  shipping_name: 'name',
  contact_name: 'name',
  middle_name: 'name',
  nickname: 'name',
  customer_first_name: 'name',
  customer_last_name: 'name',
  billing_first_name: 'name',
  billing_last_name: 'name',
  shipping_first_name: 'name',
  shipping_last_name: 'name',
  shipping_phone: 'phone',
  customer_phone: 'phone',
  emailaddress: 'email',
  contact_email: 'email',
  paypal_email: 'email',
  secondary_email: 'email',
  mobile_number: 'phone',
  telephone_number: 'phone',
  cell_phone: 'phone',
  customer_email_address: 'email',
  billing_email: 'email',
  shipping_email: 'email',
  address_2: 'address',
  address2: 'address',
  street_address: 'address',
  house_number: 'address',
  billing_address: 'address',
  billing_address_1: 'address',
  billing_address_2: 'address',
  billing_street: 'address',
  billing_address1: 'address',
  billing_address2: 'address',
  shipping_address: 'address',
  shipping_address_1: 'address',
  shipping_address_2: 'address',
  shipping_street: 'address',
  shipping_address1: 'address',
  shipping_address2: 'address',
  default_address_address1: 'address',
  default_address_address2: 'address',
  default_address_phone: 'phone',
  default_address_zip: 'postcode',
  shipping_zip: 'postcode',
  shipping_postcode: 'postcode',
  billing_postcode: 'postcode',
  date_of_birth: 'birthday',
  ip: 'identifier',
  ip_address: 'identifier',
  browser_ip: 'identifier',
};

const definitions: Readonly<Record<string, FieldDefinition>> = fieldCatalogue.customers;

const byName: ReadonlyMap<string, Sensitivity> = new Map([
  ...Object.entries(fields).flatMap(([field, sensitivity]) =>
    [field, ...(definitions[field]?.synonyms ?? [])].map((name): [string, Sensitivity] => [name, sensitivity]),
  ),
  ...Object.entries(further),
]);

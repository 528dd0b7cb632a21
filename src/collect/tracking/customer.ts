import type { JsonObject, LiveRecord } from '../../contract/index.ts';
import { formatInstant } from '../../core/index.ts';
import { dayOf } from '../read/days.ts';
import { flatten } from '../read/flatten.ts';
import { identifiersOf } from '../read/identifiers.ts';
import { knownInstant } from '../read/instants.ts';
import { filled, object, text } from '../read/json.ts';
import type { Call } from './call.ts';

type Customer = Extract<LiveRecord, { kind: 'customer' }>;

/** The specification's traits → the fields of a customer, wherever a client nests them. */
const fields: Readonly<Record<string, readonly string[]>> = {
  email: ['email'],
  phone: ['phone'],
  name: ['name'],
  first_name: ['firstName', 'first_name', 'firstname'],
  last_name: ['lastName', 'last_name', 'lastname'],
  gender: ['gender'],
  birthday: ['birthday', 'dateOfBirth', 'date_of_birth'],
  age: ['age'],
  address: ['address.street', 'street'],
  city: ['address.city', 'city'],
  region: ['address.state', 'address.region', 'state', 'region'],
  postcode: ['address.postalCode', 'address.postal_code', 'address.zip', 'postalCode', 'postcode', 'zip'],
  country: ['address.country', 'country'],
  company: ['company.name', 'company'],
  industry: ['company.industry', 'industry'],
  company_size: ['company.employee_count', 'company.employees', 'employees'],
  job_title: ['title', 'jobTitle', 'job_title'],
  language: ['language', 'locale'],
};

const written: ReadonlySet<string> = new Set([...Object.values(fields).flat(), 'createdAt', 'created_at', 'id', 'avatar', 'anonymousId']);

/** Traits under the names that files give them: the catalogue's where it knows one, the client's own otherwise. */
export function traitsOf(traits: JsonObject): JsonObject {
  const known = Object.fromEntries(Object.entries(fields).map(([field, paths]) => [field, text(traits, ...paths)]));
  const { birthday } = known;
  const day = birthday === undefined ? undefined : dayOf(birthday);
  const signedUp = knownInstant(traits, 'createdAt', 'created_at');
  return {
    ...flatten(traits, written),
    ...(filled({ ...known, birthday: day }) as JsonObject),
    // Whether 03/04 is in March or in April, one customer does not tell.
    ...(birthday === undefined || day !== undefined ? {} : { birthday_as_told: birthday }),
    ...(signedUp === undefined ? {} : { signed_up_at: formatInstant(signedUp) }),
  };
}

/** Who somebody is, and what is known of them. Joins the visitor without a name to the customer who has signed in. */
export const identified = (call: Call): Customer => ({
  kind: 'customer',
  identifiers: call.identifiers,
  observedAt: call.occurredAt,
  // Servers send traits as such, a few clients only in the context.
  traits: traitsOf({ ...object(call.body, 'context.traits'), ...object(call.body, 'traits') }),
});

/**
 * Two ids of one customer. What the earlier one is, the specification leaves open: an anonymous id, or an id that the shop used before, which may have been heard of or not; so it is
 * told as both, and `previous_id` is the customer whose id reads the same. Address and number of the call are its event's.
 */
export function aliased(call: Call): Customer | undefined {
  const previous = text(call.body, 'previousId', 'previous_id', 'from');
  const named = call.identifiers.filter(({ namespace }) => namespace === 'customer_id' || namespace === 'anonymous_id');
  const own = (named.length > 0 ? named : call.identifiers).map(({ namespace, value }) => [namespace, value] as const);
  const identifiers = identifiersOf([...own, ['anonymous_id', previous], ['previous_id', previous]]);
  if (previous === undefined || identifiers.length < own.length + 2) return undefined;
  return { kind: 'customer', identifiers, observedAt: call.occurredAt, traits: {} };
}

/** A customer's company, for shops that sell to businesses: the group's traits become company traits of whoever belongs to it. */
export function grouped(call: Call): Customer {
  const traits = object(call.body, 'traits');
  const group = text(call.body, 'groupId', 'group_id');
  const own = flatten(traits, new Set(['name', 'industry', 'employees', 'employee_count', 'email', 'phone', 'id', 'avatar', 'address']));
  return {
    kind: 'customer',
    // The group's own e-mail and phone are the company's: they would join its people into one customer.
    identifiers: identifiersOf([
      ['customer_id', text(call.body, 'userId')],
      ['email', text(call.body, 'context.traits.email')],
      ['anonymous_id', text(call.body, 'anonymousId')],
    ]),
    observedAt: call.occurredAt,
    traits: {
      ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name.startsWith('company_') ? name : `company_${name}`, value])),
      ...(filled({
        company: text(traits, 'name') ?? group,
        industry: text(traits, 'industry'),
        company_size: text(traits, 'employees', 'employee_count'),
        company_id: group,
      }) as JsonObject),
    },
  };
}

import type { DecideRequest } from '../../contract/index.ts';
import type { Identities } from './memory.ts';

export type Visitor = { readonly profile: number | undefined; readonly recognisedBy: string | null };

const nobody: Visitor = { profile: undefined, recognisedBy: null };
const order = ['customer_id', 'email', 'phone'];

/** Who the identifiers of a request belong to: the strongest known one decides. */
export function visitorOf({ identifiers = {}, customer }: Pick<DecideRequest, 'identifiers' | 'customer'>, identities: Identities): Visitor {
  const rank = (namespace: string): number =>
    order.includes(namespace) ? order.indexOf(namespace) : namespace === 'anonymous_id' ? order.length + 1 : order.length;
  const known = Object.entries(identifiers).toSorted(([a], [b]) => rank(a) - rank(b));
  for (const [namespace, value] of known) {
    const profile = identities.find(namespace, value);
    if (profile !== undefined) return { profile, recognisedBy: namespace };
  }
  if (customer === undefined) return nobody;
  const number = Number(/^#(\d{1,9})$/.exec(customer.trim())?.[1] ?? Number.NaN);
  if (identities.isProfile(number)) return { profile: number, recognisedBy: 'profile number' };
  const found = identities.findAny(customer);
  return found === undefined ? nobody : { profile: found.profile, recognisedBy: found.namespace };
}

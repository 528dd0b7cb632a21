import { type Fragment, ident, list, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * Guards against fusing strangers. Every limit is on what an identifier has been *seen with*, so whether it links is a
 * function of the set of observations and never of the order in which they came.
 */
export type IdentityLimits = {
  /** An e-mail seen with more customer ids (or ids of one source) than this links nothing. */
  readonly customersPerEmail: number;
  /** A customer id seen with more e-mails than this links nothing: it is a till, a guest account, a default. */
  readonly emailsPerCustomer: number;
  /** A phone links only while seen with at most this many e-mails … */
  readonly emailsPerPhone: number;
  /** … and at most this many customer ids. */
  readonly customersPerPhone: number;
  /** An anonymous id seen with more customer ids, e-mails and phones than this links nothing, whoever they belong to. */
  readonly identitiesPerDevice: number;
  /** Local parts of addresses that belong to a desk and not to a person. */
  readonly roleAddresses: readonly string[];
};

export const defaultLimits: IdentityLimits = Object.freeze({
  customersPerEmail: 3,
  emailsPerCustomer: 10,
  emailsPerPhone: 1,
  customersPerPhone: 1,
  identitiesPerDevice: 20,
  roleAddresses: Object.freeze(
    `abuse accounting accounts admin administrator billing bookings bookkeeping buchhaltung careers compras contact contacto customerservice donotreply
     do-not-reply einkauf enquiries enquiry facturas feedback finance hello help helpdesk hostmaster hr info inquiries inquiry invoice invoices it jobs
     kontakt mail mailer-daemon marketing newsletter no-reply no_reply noreply office order orders payments postmaster press privacy purchasing reception
     reply root sales security service services shop spam staff store support team unsubscribe vendas ventas verkauf webmaster`
      .trim()
      .split(/\s+/),
  ),
});

/** Order of namespaces, strongest first; decides the canonical identifier of a profile. */
export const namespaceRank = (column: Fragment): Fragment =>
  sql`case when ${column} = 'customer_id' then 0 when starts_with(${column}, 'id:') then 1 when ${column} = 'email' then 2 when ${column} = 'phone' then 3 when ${column} = 'anonymous_id' then 4 when ${column} = 'previous_id' then 6 else 5 end`;

/** A customer's number in some system: the shop's own (`customer_id`), or that of a source, whose namespace is the system's name (`shopify`, `stripe`). */
export const isCustomerNumber = (namespace: Fragment): Fragment => sql`${namespace} not in ('email', 'phone', 'anonymous_id', 'previous_id')`;

const isRoleAddress = (namespace: Fragment, value: Fragment, limits: IdentityLimits): Fragment =>
  sql`(${namespace} = 'email' and split_part(split_part(lower(${value}), '@', 1), '+', 1) in ${list(limits.roleAddresses)})`;

/** Fills temp table `into` with those identifiers of temp table `nodes` that link nothing, by limits or by a decision to block. */
export async function blockedIdentifiers(
  warehouse: Warehouse,
  request: { nodes: string; links: Fragment; limits: IdentityLimits; into: string },
): Promise<void> {
  const { limits } = request;
  if ((await warehouse.row(sql`select 1 from ${ident(request.nodes)} limit 1`)) === undefined) {
    await warehouse.run(sql`create or replace temp table ${ident(request.into)} (identifier INTEGER)`);
    return;
  }
  await warehouse.run(sql`create or replace temp table ${ident(request.into)} as
    with subject as (select i.identifier, i.namespace, i.value from ${ident(request.nodes)} n join identifiers i using (identifier)),
    seen as (
      select s.identifier, l.b as other from ${request.links} l join subject s on s.identifier = l.a where l.a <> l.b
      union
      select s.identifier, l.a from ${request.links} l join subject s on s.identifier = l.b where l.a <> l.b),
    counted as (
      select s.identifier, o.namespace as kind, ${isCustomerNumber(sql`o.namespace`)} as owner, count(*) as n
      from seen s join identifiers o on o.identifier = s.other
      where not ${isRoleAddress(sql`o.namespace`, sql`o.value`, limits)} group by all)
    select s.identifier from subject s where ${isRoleAddress(sql`s.namespace`, sql`s.value`, limits)}
    union
    select identifier from identity_decided where kind = 'block' and identifier in (select identifier from subject)
    union
    select c.identifier from counted c join subject s using (identifier) where
      (s.namespace = 'email' and c.owner and c.n > ${limits.customersPerEmail})
      or (s.namespace = 'phone' and ((c.owner and c.n > ${limits.customersPerPhone}) or (c.kind = 'email' and c.n > ${limits.emailsPerPhone})))
      or (${isCustomerNumber(sql`s.namespace`)} and c.kind = 'email' and c.n > ${limits.emailsPerCustomer})
    union
    select c.identifier from counted c join subject s using (identifier) where s.namespace = 'anonymous_id' and c.kind <> 'anonymous_id'
    group by c.identifier having sum(c.n) > ${limits.identitiesPerDevice}`);
}

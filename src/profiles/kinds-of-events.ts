import { type Fragment, sql } from '../sql/index.ts';

// Of rows with a `name`: what an event is about, where that decides how it counts.

/** E-mail, which the shop sends itself, and what is done with it. */
export const ofMail: Fragment = sql`(starts_with(name, 'Email ') or name = 'Unsubscribed')`;

/** What tells of an order, which is kept as an order. */
export const ofOrders: Fragment = sql`regexp_matches(name, '^(order|purchase)s?([ _.:-]|$)', 'i')`;

/** That a membership, subscription or contract began, changed or ended: what it is called comes first. Its pattern stands in the text, so that it is compiled once. */
export const ofContract: Fragment = sql`(regexp_matches(name, '^(member(ship)?|subscription|contract|mitgliedschaft|abonnement|abo|vertrag|adhésion|adhesion|suscripción|suscripcion|membresía|membresia)[ _.:-]', 'i')
  and not regexp_matches(name, '(viewed|view|page)$', 'i'))`;

/** What somebody does while they are there: not what is about e-mail, nor what is about their contract, which is often written on a day without a clock, by the shop itself. */
export const onSite: Fragment = sql`(not ${ofMail} and not ${ofContract})`;

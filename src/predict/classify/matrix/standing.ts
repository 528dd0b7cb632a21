import type { AttributeWord } from '../../../language/index.ts';

/**
 * What a trait may say of a day before it was imported.
 *
 * - `lasting`: what does not change with how somebody buys (who they are, where they live, what they are): as known today, at every moment. That it is known at all may come of what they did later, so it is learned
 *   from only where it is known of nearly everybody.
 * - `dated`: a moment that is said once and is its own date (when they signed up): known from then on.
 * - `told`: everything else (a consent, a plan, a rating, a tag): known from when it was imported. A list says how things stand on the day it was exported, whatever date of a last change stands beside: that date is
 *   of the newest change only, so to go by it would know at a past cut-off exactly those whom nothing changed of after it. Survey answers are facts of their own day and count from then on.
 * - `restates`: totals, counts and dates of orders, as another system counted them until the day of its export. The orders themselves say it as of every day; this is never learned from, but where there are no orders: then it is `told`.
 */
export type Standing = 'lasting' | 'dated' | 'told' | 'restates';

const lasting: ReadonlySet<string> = new Set(
  [
    'country region city urban_rural climate_zone population timezone time_zone',
    'birthday birth_year age age_group gender salutation anrede civilite nationality language locale',
    'education marital_status household_size income occupation profession job_title industry company_size channel',
  ].flatMap((names) => names.split(' ')),
);

const dated: ReadonlySet<string> = new Set([
  'signed_up_at',
  'optin_time',
  'confirm_time',
  'member_since',
  'joined',
  'joined_at',
  'registered',
  'registered_at',
]);

/** Words that tell of orders and money, in the languages of the exports that are recognised. */
const ofOrders: ReadonlySet<string> = new Set(
  [
    'order orders ordered purchase purchases purchased transaction transactions invoice invoices',
    'spend spent spending revenue sales turnover ltv clv cltv lifetime aov basket refund refunds refunded monetary recency rfm',
    'commande commandes achat achats depense depenses pedido pedidos compra compras gasto gastos',
    'ordine ordini acquisto acquisti spesa bestelling bestellingen omzet aankoop aankopen predicted historic',
  ].flatMap((words) => words.split(' ')),
);
/** Parts of German words, which are written together. */
const inCompounds = ['umsatz', 'umsaetze', 'bestell', 'einkauf', 'einkaeufe', 'kaeufe', 'auftrag', 'auftraege', 'warenkorb'];

export function standingOf({ name, type }: Pick<AttributeWord, 'name' | 'type'>): Standing {
  if (type === 'number' || type === 'date' || type === 'instant') {
    // A trait that had to be called so has the name of a feature, or of what the language counts itself.
    const words = plain(name).split('_');
    if (words[0] === 'imported' || words.some((word) => ofOrders.has(word) || inCompounds.some((part) => word.includes(part)))) return 'restates';
  }
  if (lasting.has(name)) return 'lasting';
  return dated.has(name) ? 'dated' : 'told';
}

/** `Gesamtumsätze (€)` as `gesamtumsaetze`, `Dépenses` as `depenses`. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '');

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultWorkspace } from '../../core/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { stageSource } from '../stage-source.ts';
import { understand } from './understand.ts';

let warehouse: Warehouse;
let folder: string;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'clientele-trades-'));
});
afterAll(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What stands in a cell, by what it is; thirty people come back in 120 rows. */
const cells = {
  order: (n: number) => `R-${1000 + n}`,
  person: (n: number) => `M${100 + (n % 30)}`,
  own: (n: number) => `M${100 + n}`,
  name: (n: number) => ['Ann Roe', 'Bo Lee', 'Cy Fay'][n % 3] ?? '',
  first: (n: number) => ['Ann', 'Bo', 'Cy'][n % 3] ?? '',
  mail: (n: number) => `a${n % 30}@example.org`,
  ownMail: (n: number) => `a${n}@example.org`,
  phone: (n: number) => `+35386${1_000_000 + n}`,
  date: (n: number) => `2026-0${1 + (n % 9)}-1${n % 9}`,
  money: (n: number) => `${10 + n}.50`,
  few: (n: number) => String(1 + (n % 3)),
  yes: (n: number) => (n % 3 === 0 ? 'No' : 'Yes'),
  status: (n: number) => (n % 3 === 0 ? 'Cancelled' : 'Completed'),
  word: (n: number) => ['red', 'blue', 'green'][n % 3] ?? '',
  sentence: (n: number) => `When I try to export report ${n} it fails with an error`,
  stars: (n: number) => ['4/5', '★★★☆☆', '5 stars', '3 out of 5'][n % 4] ?? '',
  words: (n: number) => ['Very satisfied', 'Neutral', 'Dissatisfied'][n % 3] ?? '',
  code: (n: number) => ['GOLD1', 'SILVER2'][n % 2] ?? '',
} as const;

/** Each column as `header:what its cells are:field`; no field where it is kept as it is. */
const exports: readonly (readonly [file: string, kind: string, columns: string])[] = [
  ['short-reviews', 'feedback', 'Date:date:occurred_at|Customer ID:own:customer_id|Rating:stars:rating|Comment:word:text'],
  ['in-words', 'feedback', 'Date:date:occurred_at|Customer ID:own:customer_id|How satisfied are you?:words:rating'],
  [
    'csat',
    'feedback',
    'Response ID:order:feedback_id|Submitted At:date:occurred_at|Customer ID:person:customer_id|Satisfaction (1-5):few:rating|Comment:sentence:text',
  ],
  ['how-was-it', 'feedback', 'Date:date:occurred_at|Email:mail:email|How satisfied are you with your order?:few:rating|What matters most:word'],
  [
    'gym-members',
    'customers',
    'Member No.:own:customer_id|First Name:first:first_name|Surname:first:last_name|E-mail Address:ownMail:email|Mobile:phone:phone|D.O.B.:date:birthday|Joined:date:signed_up_at|Membership Code:code|Marketing Email OK?:yes:accepts_email|Cancelled On:date',
  ],
  [
    'gym-payments',
    'orders',
    'Receipt:order:order_id|Date:date:ordered_at|Member No.:person:customer_id|Description:word:product|Amount:money:total|Payment Status:status:status|Method:word:payment_method',
  ],
  ['check-ins', 'events', 'Timestamp:date:occurred_at|Member:person:customer_id|Club:word|Class:word'],
  [
    'studio-clients',
    'customers',
    'ID:own:customer_id|Last Name:first:last_name|First Name:first:first_name|Email:ownMail:email|Mobile Phone:phone:phone|Creation Date:date:signed_up_at|Email Opt In:yes:accepts_email',
  ],
  [
    'club-list',
    'customers',
    'Membership No:own:customer_id|Forename:first:first_name|Date of Birth:date:birthday|Date Joined:date:signed_up_at|Post Code:order:postcode|Tel No:phone:phone|Text Messages OK:yes:accepts_sms',
  ],
  [
    'salon-appointments',
    'orders',
    'Appt. ref.:order:order_id|Client:name:customer_name|Client ID:person:customer_id|Service:word:product|Appointment date:date:ordered_at|Gross sales:money:total|Status:status:status',
  ],
  ['clinic', 'orders', 'Appointment ID:order:order_id|Patient ID:person:customer_id|Appointment Date:date:ordered_at|Treatment:word:product|Fee:money:total'],
  [
    'hotel',
    'orders',
    'Booking Ref:order:order_id|Guest Name:name:customer_name|Guest Email:mail:email|Guest Phone:phone:phone|Booked On:date:ordered_at|Check-out:date|Room Type:word|Total Price:money:total|Payment status:status:status',
  ],
  [
    'tickets',
    'orders',
    'Order #:order:order_id|Order Date:date:ordered_at|Email:mail:email|Quantity:few:quantity|Ticket Type:word|Attendee #:order|Total Paid:money:total',
  ],
  [
    'wallet',
    'orders',
    'Date:date:ordered_at|Name:name:customer_name|Type:word|Status:status:status|Gross:money:total|Fee:money|Net:money|From Email Address:mail:email|Transaction ID:order:order_id',
  ],
  [
    'invoices',
    'orders',
    'ContactName:name:customer_name|EmailAddress:mail:email|InvoiceNumber:order:order_id|InvoiceDate:date:ordered_at|DueDate:date|Total:money:total|Quantity:few:quantity|UnitAmount:money:price|Description:word:product',
  ],
  [
    'ledger',
    'orders',
    'Date:date:ordered_at|Num:order:order_id|Customer:name:customer_name|Product/Service:word:product|Qty:few:quantity|Sales Price:money:price|Amount:money:total',
  ],
  [
    'auction',
    'orders',
    'Order Number:order:order_id|Buyer Name:name:customer_name|Buyer Email:mail:email|Buyer Country:word:country|Item Title:word:product|Quantity:few:quantity|Total Price:money:total|Sale Date:date:ordered_at',
  ],
  [
    'market',
    'orders',
    'order-id:order:order_id|purchase-date:date:ordered_at|buyer-email:mail:email|buyer-phone-number:phone:phone|product-name:word:product|quantity-purchased:few:quantity|item-price:money:price|ship-postal-code:order:postcode',
  ],
  [
    'shop-grid',
    'orders',
    'ID:order:order_id|Purchase Date:date:ordered_at|Bill-to Name:name:customer_name|Grand Total (Base):money:total|Grand Total (Purchased):money|Customer Email:mail:email',
  ],
  ['donations', 'orders', 'Donor ID:person:customer_id|Donor Name:name:customer_name|Gift Date:date:ordered_at|Gift Amount (EUR):money:total'],
  ['capitals', 'orders', 'ORDERNUMBER:order:order_id|CUSTOMERNUMBER:person:customer_id|ORDERDATE:date:ordered_at|TOTALPRICE:money:total'],
  ['addresses', 'orders', 'Order No:order:order_id|Customer:mail:email|Date of purchase:date:ordered_at|Amount paid:money:total'],
  [
    'accounts',
    'customers',
    'Account ID:own:customer_id|Account Name:name:company|Industry:word:industry|MRR (USD):money|Created at:date:signed_up_at|Owner:mail',
  ],
  ['users', 'customers', 'User ID:own:customer_id|Account ID:person|Email:ownMail:email|Full name:name:name|Signed up:date:signed_up_at'],
  [
    'billing',
    'orders',
    'Invoice:order:order_id|Account ID:person:customer_id|Invoice date:date:ordered_at|Amount due:money|Amount paid:money:total|Status:status:status',
  ],
  [
    'tickets-of-support',
    'feedback',
    'Ticket:order:feedback_id|Requester:mail:email|Subject:word:subject|Description:sentence:text|Created:date:occurred_at|CSAT:few:rating',
  ],
  [
    'mitglieder',
    'customers',
    'Mitgliedsnr.:own:customer_id|Vorname:first:first_name|Nachname:first:last_name|Geb.-Datum:date:birthday|Eintrittsdatum:date:signed_up_at|Austritt:date|Tarif:word|E-Mail:ownMail:email|Handynummer:phone:phone|Werbeeinwilligung:yes:accepts_email',
  ],
  [
    'kunden',
    'customers',
    'Kd.-Nr.:own:customer_id|Anrede:word|Name:first:last_name|Vorname:first:first_name|PLZ:order:postcode|Ort:word:city|E-Mail-Adresse:ownMail:email|Kunde seit:date:signed_up_at',
  ],
  [
    'rechnungen',
    'orders',
    'Rechnungs-Nr.:order:order_id|Rechnungsdatum:date:ordered_at|Kunden-Nr.:person:customer_id|Bruttobetrag:money:total|Zahlungsstatus:status:status|Zahlart:word:payment_method',
  ],
  [
    'buchungen',
    'orders',
    'Buchungsnr.:order:order_id|Anreise:date|Gebucht am:date:ordered_at|Gast:name:customer_name|E-Mail:mail:email|Abreise:date|Gesamtpreis:money:total|Gutscheincode:code:coupon',
  ],
  ['besuche', 'events', 'Besuchsdatum:date:occurred_at|Mitglieds-Nr.:person:customer_id|Kurs:word'],
  [
    'adherents',
    'customers',
    "N° adhérent:own:customer_id|Nom:first:last_name|Prénom:first:first_name|Date de naissance:date:birthday|Date d'inscription:date:signed_up_at|Téléphone portable:phone:phone|Code postal:order:postcode|Formule:word",
  ],
  [
    'commandes',
    'orders',
    'Réf. commande:order:order_id|Date commande:date:ordered_at|N° client:person:customer_id|Montant TTC:money:total|Statut:status:status|Code promo:code:coupon',
  ],
  [
    'clientes',
    'customers',
    'Nº cliente:own:customer_id|Nombre:first:first_name|Apellidos:first:last_name|Fecha de alta:date:signed_up_at|Fecha nacimiento:date:birthday|Móvil:phone:phone|Población:word:city',
  ],
  [
    'pedidos',
    'orders',
    'Nº pedido:order:order_id|Fecha pedido:date:ordered_at|Id. cliente:person:customer_id|Importe total:money:total|Estado:status:status|Forma de pago:word:payment_method|Código descuento:code:coupon',
  ],
  [
    'soci',
    'customers',
    'Numero tessera:own:customer_id|Cognome:first:last_name|Nome:first:first_name|Data di nascita:date:birthday|Data iscrizione:date:signed_up_at|Cellulare:phone:phone|Città:word:city',
  ],
  [
    'ordini',
    'orders',
    'N. ordine:order:order_id|Data ordine:date:ordered_at|Codice cliente:person:customer_id|Importo totale:money:total|Stato:status:status|Metodo di pagamento:word:payment_method',
  ],
  [
    'leden',
    'customers',
    'Lidnummer:own:customer_id|Voornaam:first:first_name|Achternaam:first:last_name|Lid sinds:date:signed_up_at|E-mailadres:ownMail:email|Mobiel nummer:phone:phone|Woonplaats:word:city',
  ],
  [
    'bestellingen',
    'orders',
    'Ordernr.:order:order_id|Besteldatum:date:ordered_at|Klantnr.:person:customer_id|Totaalbedrag:money:total|Betaalstatus:status:status|Kortingscode:code:coupon',
  ],
  [
    'encomendas',
    'orders',
    'Número do pedido:order:order_id|Data do pedido:date:ordered_at|ID do cliente:person:customer_id|Valor total:money:total|Situação:status:status|Forma de pagamento:word:payment_method',
  ],
];

test.each(exports)('%s: %s', async (file, kind, columns) => {
  const wanted = columns.split('|').map((column) => {
    const [header = '', cell = 'word', field = 'custom'] = column.split(':');
    return { header, cell: cells[cell as keyof typeof cells], field };
  });
  const path = join(folder, `${file}.csv`);
  const rows = Array.from({ length: 120 }, (_, n) => wanted.map(({ cell }) => cell(n)).join(','));
  writeFileSync(path, `${wanted.map(({ header }) => header).join(',')}\n${rows.join('\n')}\n`);
  const [staged] = await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder }, { progress: () => undefined });
  if (staged === undefined) throw new Error('nothing was staged');
  const mapping = await understand(warehouse, staged, { fileName: staged.name, workspace: defaultWorkspace });
  expect([mapping.kind, Object.fromEntries(mapping.columns.map(({ header, field }) => [header, field]))]).toEqual([
    kind,
    Object.fromEntries(wanted.map(({ header, field }) => [header, field])),
  ]);
});

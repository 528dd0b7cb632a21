import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mapping } from '../../contract/index.ts';
import { defaultWorkspace } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { stageSource } from '../stage-source.ts';
import { understand } from './understand.ts';

let warehouse: Warehouse;
let folder: string;
let count = 0;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'clientele-till-'));
});
afterAll(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

const people = ['Anna Gruber', 'Jürgen Öllinger', 'Marie-Luise von Stein', "Sean O'Neill", ''];

/** Twenty rows; `row` is given the number of its receipt, the date, the time and who bought. */
async function till(headings: string, row: (receipt: number, date: string, time: string, who: string) => string) {
  const path = join(folder, `till-${(count += 1)}.csv`);
  const rows = Array.from({ length: 20 }, (_, n) => row(2000 + Math.floor(n / 2), `0${1 + (n % 9)}.03.2026`, `1${n % 9}:0${n % 6}`, people[n % 5] ?? ''));
  writeFileSync(path, `${headings}\n${rows.join('\n')}\n`);
  const [staged] = await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder }, { progress: () => undefined });
  if (staged === undefined) throw new Error('nothing was staged');
  const mapping = await understand(warehouse, staged, { fileName: staged.name, workspace: defaultWorkspace });
  const [first] = await warehouse.rows<Record<string, string>>(sql`select * exclude (line) from ${ident(staged.table)} order by line limit 1`);
  const date = mapping.columns.findIndex(({ field }) => field === 'ordered_at');
  return { mapping, fields: fieldsOf(mapping), firstInstant: first?.[`c${date}`] };
}

const fieldsOf = ({ columns }: Mapping) => columns.map(({ field }) => field);

const receipt = ['order_id', 'ordered_at', 'time_of_day', 'customer_name', 'product', 'quantity', 'price', 'payment_method'];

test.each([
  ['German', 'Beleg-Nr.;Datum;Uhrzeit;Kunde;Artikel;Menge;Einzelpreis;Zahlungsart'],
  ['German', 'Bon-Nr.;Belegdatum;Zeit;Kundenname;Bezeichnung;Anzahl;Preis;Zahlart'],
  ['German', 'Belegnummer;Verkaufsdatum;Uhrzeit;Kunde;Artikel;Menge;Einzelpreis;Zahlungsmittel'],
  ['German', 'Rechnungsnr.;Rechnungsdatum;Uhrzeit;Kunde;Artikel;Menge;Einzelpreis;Zahlungsweise'],
  ['German', 'Vorgang;Datum;Uhrzeit;Kunde;Produkt;Menge;Einzelpreis;Zahlungsmethode'],
  ['French', 'N° ticket;Date;Heure;Client;Produit;Quantité;Prix unitaire;Mode de paiement'],
  ['French', 'Numéro de facture;Date de vente;Heure;Nom du client;Produit;Quantité;Prix;Moyen de paiement'],
  ['Spanish', 'Nº ticket;Fecha;Hora;Cliente;Producto;Cantidad;Precio unitario;Forma de pago'],
  ['Spanish', 'Factura;Fecha de venta;Hora;Nombre del cliente;Producto;Cantidad;Precio;Método de pago'],
  ['Italian', 'Numero scontrino;Data;Ora;Cliente;Prodotto;Quantità;Prezzo;Metodo di pagamento'],
  ['Dutch', 'Bonnummer;Datum;Tijd;Klant;Product;Aantal;Prijs;Betaalwijze'],
  ['Dutch', 'Factuurnummer;Verkoopdatum;Tijdstip;Klantnaam;Product;Aantal;Prijs;Betaalmethode'],
  ['English', 'Receipt number,Date,Time,Customer,Item,Qty,Price,Payment method'],
])('%s till: %s', async (_language, headings) => {
  const mark = headings.includes(';') ? ';' : ',';
  const { mapping, fields, firstInstant } = await till(headings, (number, date, time, who) =>
    [`K-${number}`, date, time, who, 'Sencha', '1', '8.40', 'Bar'].join(mark),
  );
  expect([mapping.kind, fields]).toEqual(['orders', receipt]);
  expect(firstInstant).toBe('01.03.2026 10:00');
  // Nobody is known by a name alone.
  expect((mapping.warnings ?? []).filter((warning) => warning.includes('holds names'))).toHaveLength(
    /na+m|nom du|nombre/i.test(headings.split(mark)[3] ?? '') ? 0 : 1,
  );
});

test('numbers of customers stay their ids, under the same heading', async () => {
  const { fields, mapping } = await till('Beleg-Nr.;Datum;Kunde;Summe', (number, date, _time, who) => `${number};${date};K${who.length};12,50`);
  expect([fields, mapping.warnings]).toEqual([['order_id', 'ordered_at', 'customer_id', 'total'], undefined]);
});

test('a time of day is left alone where the date has its own', async () => {
  const { fields, firstInstant } = await till('Beleg-Nr.;Datum;Lieferzeit;Zeit;E-Mail;Summe', (number, date, time, who) =>
    [number, `${date} 08:15`, time, time, `a${who.length}@example.org`, '12,50'].join(';'),
  );
  expect([fields, firstInstant]).toEqual([['order_id', 'ordered_at', 'custom', 'custom', 'email', 'total'], '01.03.2026 08:15']);
});

test.each([
  ['01.03.2026', '9.05 Uhr', '01.03.2026 9:05'],
  ['2026-03-01 00:00:00', '9h05', '2026-03-01 9:05'],
  ['2026-03-01', '9:05 pm', '2026-03-01 9:05 pm'],
])('the date %j and the time %j are %j', async (date, time, joined) => {
  const { fields, firstInstant } = await till('Beleg-Nr.;Datum;Uhrzeit;E-Mail;Summe', (number) => `${number};${date};${time};a@example.org;12,50`);
  expect([fields[2], firstInstant]).toEqual(['time_of_day', joined]);
});

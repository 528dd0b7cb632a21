import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../sql/index.ts';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { nothingSaid } from './nothing-said.ts';
import { type App, openApp } from './open.ts';
import { previewText } from './preview.ts';

// A German shop's lines, counted by hand.
let folder: string;
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-lines-'));
  app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: { currency: 'EUR', country: 'DE', timezone: 'Europe/Berlin' } },
  );
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const bring = async (name: string, rows: readonly string[]) => {
  const path = join(folder, name);
  await writeFile(path, [...rows, ''].join('\n'));
  return (await importAll(app, { ...nothingSaid, inputs: [path] })).reports[0];
};
const header = 'Bestellnummer;Bestelldatum;Kundennr;Artikelnr;Artikel;Warengruppe;Menge;Einzelpreis;Rabatt;Zeilensumme;Kanal';

test('a discount that differs between lines is theirs, and its order was discounted', async () => {
  const report = await bring('zeilen.csv', [
    header,
    '1;01.03.2026;A;T1;Tee;Tee;1;10,00;1,00;9,00;web',
    '1;01.03.2026;A;K1;Kaffee;Kaffee;1;20,00;5,00;15,00;web',
    '2;15.03.2026;B;T1;Tee;Tee;1;10,00;;10,00;laden',
    '3;16.03.2026;A;T1;Tee;Tee;2;10,00;;20,00;laden',
  ]);
  expect(report?.columns.map(({ header: column, field }) => [column, field])).toEqual([
    ['Bestellnummer', 'order_id'],
    ['Bestelldatum', 'ordered_at'],
    ['Kundennr', 'customer_id'],
    ['Artikelnr', 'product_id'],
    ['Artikel', 'product'],
    ['Warengruppe', 'category'],
    ['Menge', 'quantity'],
    ['Einzelpreis', 'price'],
    ['Rabatt', 'line_discount'],
    ['Zeilensumme', 'line_total'],
    ['Kanal', 'channel'],
  ]);
  const orders = await app.warehouse.rows(sql`select order_id, total::DOUBLE as total, discount::DOUBLE as discount from orders order by order_id`);
  expect(orders).toEqual([
    { order_id: '1', total: 24, discount: 6 },
    { order_id: '2', total: 10, discount: null },
    { order_id: '3', total: 20, discount: null },
  ]);
  const of = async (text: string) => (await previewText(app, text, undefined, { nextChange: false })).members;
  expect([await of('discount_share = 0.5'), await of('discount_share = 0'), await of('sum(orders.total) = 44')]).toEqual([1, 1, 1]);
});

test('a discount that stands on each line alike, or on the first alone, is the order’s', async () => {
  const alike = ['11;01.03.2026;C;T1;Tee;Tee;1;10,00;3,00', '11;01.03.2026;C;K1;Kaffee;Kaffee;1;20,00;3,00'];
  const first = ['12;01.03.2026;D;T1;Tee;Tee;1;10,00;3,00', '12;01.03.2026;D;K1;Kaffee;Kaffee;1;20,00;'];
  const report = await bring('bestellungen.csv', [header.split(';').slice(0, 9).join(';'), ...alike, ...first]);
  expect(report?.columns.find(({ header: column }) => column === 'Rabatt')?.field).toBe('discount');
  const orders = await app.warehouse.rows(sql`select order_id, total::DOUBLE as total from orders where order_id in ('11', '12') order by order_id`);
  expect(orders).toEqual([
    { order_id: '11', total: 27 },
    { order_id: '12', total: 27 },
  ]);
});

test('rejected lines do not replace their orders; rejected rows that are whole records come in', async () => {
  await bring('gut.csv', ['Bestellnummer;Bestelldatum;Kundennr;Artikel;Menge;Einzelpreis', '21;01.03.2026;E;Tee;1;10,00', '21;01.03.2026;E;Kaffee;zwei;20,50']);
  const corrected = [
    'line,column,reason,value,Bestellnummer,Bestelldatum,Kundennr,Artikel,Menge,Einzelpreis',
    '3,Menge,not a number,zwei,21,01.03.2026,E,Kaffee,2,"20,50"',
  ];
  await expect(bring('1-gut.csv.rejects.csv', corrected)).rejects.toMatchObject({ code: 'file.rejected-lines' });
  const report = await bring('2-kunden.csv.rejects.csv', ['line,column,reason,value,Kundennummer,E-Mail', '7,E-Mail,not an e-mail,x,F7,frida@example.org']);
  expect(report).toMatchObject({ kind: 'customers', accepted: 1 });
  expect(report?.columns.map(({ field }) => field)).toEqual(['ignore', 'ignore', 'ignore', 'ignore', 'customer_id', 'email']);
});

test('what was said of a column once and not again is told before it is forgotten', async () => {
  const path = join(folder, 'mengen.csv');
  await writeFile(path, ['Bestellnummer;Bestelldatum;Kundennr;Artikel;Menge;Kisten', '31;01.03.2026;G;Tee;2;1', ''].join('\n'));
  const warned = async (map: Readonly<Record<string, string>>) =>
    (await importAll(app, { ...nothingSaid, inputs: [path], map })).reports[0]?.warnings.filter((warning) => warning.includes('--map "Kisten')) ?? [];
  expect(await warned({ Kisten: 'quantity' })).toEqual([]);
  expect(await warned({})).toEqual([
    expect.stringMatching(/^Import \d+ read a file of these columns with --map "Kisten=quantity", which was not said this time/),
  ]);
  expect(await warned({ Kisten: 'quantity' })).toEqual([]);
});

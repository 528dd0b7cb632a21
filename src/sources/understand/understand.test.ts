import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mapping } from '../../contract/index.ts';
import { defaultWorkspace } from '../../core/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import type { ReadOptions } from '../input.ts';
import { mappingFromYaml, mappingToYaml } from '../mapping-file.ts';
import { stageSource } from '../stage-source.ts';
import type { UnderstandContext } from './context.ts';
import { understand } from './understand.ts';

let warehouse: Warehouse;
let folder: string;
let count = 0;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'clientele-understand-'));
});
afterAll(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

type Said = Partial<Omit<UnderstandContext, 'workspace'>> & { readonly read?: Partial<ReadOptions> };

async function meaning(content: string, { read = {}, ...said }: Said = {}): Promise<Mapping> {
  const path = join(folder, `file-${(count += 1)}.csv`);
  writeFileSync(path, content);
  const [staged] = await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder, ...read }, { progress: () => undefined });
  if (staged === undefined) throw new Error('nothing was staged');
  return understand(warehouse, staged, { fileName: staged.name, workspace: defaultWorkspace, ...said });
}

const fields = (mapping: Mapping) =>
  Object.fromEntries(mapping.columns.map((column) => [column.header, column.field === 'custom' ? `custom ${column.name ?? ''}` : column.field]));
const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index)).join('\n');

test('German headers of a customer list', async () => {
  const found = await meaning(
    `Kundennummer;Vorname;Nachname;E-Mail-Adresse;PLZ;Ort;Geburtsdatum;Lieblingskaffee\n${rows(20, (n) => `K${n};Ann;Roe;a${n}@example.org;20099;Hamburg;31.01.19${50 + n};Espresso`)}\n`,
  );
  expect(found.kind).toBe('customers');
  expect(fields(found)).toEqual({
    Kundennummer: 'customer_id',
    Vorname: 'first_name',
    Nachname: 'last_name',
    'E-Mail-Adresse': 'email',
    PLZ: 'postcode',
    Ort: 'city',
    Geburtsdatum: 'birthday',
    Lieblingskaffee: 'custom lieblingskaffee',
  });
  expect(found.columns.every((column) => column.confidence > 0.8 && column.reason !== '')).toBe(true);
});

test('French and Spanish headers of orders', async () => {
  const french = await meaning(
    `Numéro de commande;Date de commande;Courriel;Montant total\n${rows(20, (n) => `${n};2026-01-${10 + n};a${n % 5}@example.org;12,50`)}\n`,
  );
  expect([french.kind, fields(french)]).toEqual([
    'orders',
    { 'Numéro de commande': 'order_id', 'Date de commande': 'ordered_at', Courriel: 'email', 'Montant total': 'total' },
  ]);
  const spanish = await meaning(
    `Pedido;Fecha;Cliente;Producto;Cantidad;Precio unitario\n${rows(20, (n) => `${n % 7};2026-01-${10 + n};C${n % 4};Café;2;4,50`)}\n`,
  );
  expect([spanish.kind, fields(spanish)]).toEqual([
    'orders',
    { Pedido: 'order_id', Fecha: 'ordered_at', Cliente: 'customer_id', Producto: 'product', Cantidad: 'quantity', 'Precio unitario': 'price' },
  ]);
});

test('sentences beside a price that nobody wrote are the descriptions of a catalogue, not feedback', async () => {
  const found = await meaning(
    `sku,title,body,type,price,status\n${rows(20, (n) => `A${n},Tea ${n},A fine tea from the hills of the north for a long evening,Tea,4.${10 + n},active`)}\n`,
  );
  expect([found.kind, fields(found)['sku'], fields(found)['type'], fields(found)['title']]).toEqual(['products', 'product_id', 'category', 'name']);
});

test('a column is told by its contents when its header says nothing', async () => {
  const found = await meaning(`Wer;Name;Alter\n${rows(20, (n) => `a${n}@example.org;Ann;${20 + n}`)}\n`, { kind: 'customers' });
  expect(found.columns.find((column) => column.header === 'Wer')).toMatchObject({ field: 'email', reason: 'looks like e-mails' });
  expect(found.columns.find((column) => column.header === 'Alter')?.field).toBe('age');
});

test('a header whose contents are something else is kept under a name of its own', async () => {
  const found = await meaning(`customer_id,age,income,email\n${rows(20, (n) => `${n},45-54,35-49K,none`)}\n`);
  expect(fields(found)).toEqual({ customer_id: 'customer_id', age: 'custom age_range', income: 'custom income_range', email: 'custom email_text' });
});

test('e-mail engagement is told from other events by its words', async () => {
  const found = await meaning(
    `email,event,timestamp,campaign\n${rows(20, (n) => `a${n % 3}@example.org,${n % 2 === 0 ? 'opened' : 'clicked'},2026-01-01 10:00:00,Spring`)}\n`,
  );
  expect(found.kind).toBe('messages');
});

test('instants that are counts since 1970 are written out', async () => {
  const found = await meaning(`user_id,event,ts\n${rows(20, (n) => `u${n % 3},view,17416008000${10 + n}`)}\n`);
  expect([found.kind, found.options.epoch]).toEqual(['events', 'milliseconds']);
  // 1741600800010 ms is 2025-03-10T10:00:00.010Z.
  const written = await warehouse.row<{ c2: string }>({ kind: 'fragment', parts: [{ kind: 'text', text: 'select c2 from staged order by line limit 1' }] });
  expect(written?.c2).toBe('2025-03-10T10:00:00.010000Z');
});

test('rows without an order id are grouped by customer and day when they are lines, and stand alone when they are purchases', async () => {
  const lines = await meaning(`member,date,item\n${rows(20, (n) => `m${n % 4},2026-01-0${1 + (n % 3)},milk`)}\n`, { map: { member: 'customer_id' } });
  expect([lines.kind, lines.options.orderIdFrom]).toEqual(['orders', ['member', 'date']]);
  const purchases = await meaning(`customer_id,date,amount\n${rows(20, (n) => `m${n % 4},2026-01-0${1 + (n % 3)},9.50`)}\n`);
  expect([purchases.kind, purchases.options.orderIdFrom]).toEqual(['orders', ['#row']]);
  expect(purchases.warnings?.join(' ')).toContain('order_id');
});

test.each([
  ['check-ins_2026-11 (2).csv', 'check_ins'],
  ['Export Visits 20261128.csv.gz', 'visits'],
  ['visits-november-2026.csv', 'visits'],
  ['marketing-calls.csv', 'marketing_calls'],
  ['2026-11.csv', '2026_11'],
])('what has no name of its own in %s is called %s', async (fileName, event) => {
  const found = await meaning(`customer_id,date\n${rows(20, (n) => `m${n % 4},2026-01-0${1 + (n % 9)}`)}\n`, { fileName });
  expect([found.kind, found.options.constants]).toEqual(['events', { event }]);
});

test('a column that counts rows is no order id, and a kind of something no way of paying', async () => {
  const found = await meaning(`No.,Member No.,Date,Item,Art\n${rows(20, (n) => `${n + 1},m${n % 4},2026-01-0${1 + (n % 3)},milk,new`)}\n`);
  expect([found.kind, found.options.orderIdFrom]).toEqual(['orders', ['Member No.', 'Date']]);
  expect(fields(found)).toMatchObject({ 'No.': 'custom no', Art: 'custom art' });
});

test('what a person says wins over preset and guess', async () => {
  const content = `id,when,sum,note\n${rows(20, (n) => `${n},2026-01-01,9.50,hello`)}\n`;
  const found = await meaning(content, {
    kind: 'orders',
    source: 'till',
    map: { id: 'order_id', when: 'ordered_at', sum: 'total', note: 'ignore', "'EUR'": 'currency' },
    options: { dateOrder: 'dmy', constants: { channel: 'shop' } },
  });
  expect(fields(found)).toEqual({ id: 'order_id', when: 'ordered_at', sum: 'total', note: 'ignore' });
  expect([found.source, found.options]).toEqual(['till', { dateOrder: 'dmy', constants: { currency: 'EUR', channel: 'shop' } }]);
});

test('a saved mapping is used as it is; columns it has never seen are kept, columns it misses are told', async () => {
  const first = await meaning(`nr,mail,x\n${rows(5, (n) => `${n},a${n}@example.org,1`)}\n`, { kind: 'customers', map: { nr: 'customer_id' } });
  const read = mappingFromYaml(mappingToYaml(first));
  if (!read.ok) throw new Error(read.error.detail);
  const again = await meaning(`nr,new,x\n1,2,3\n`, { mapping: read.value });
  expect(fields(again)).toEqual({ nr: 'customer_id', new: 'custom new', x: 'custom x' });
  expect(again.warnings?.[0]).toContain('"mail"');
});

test('columns that say nothing are an error that names the flags', async () => {
  await expect(meaning('a,b\nfoo,bar\nbaz,qux\n')).rejects.toMatchObject({
    code: 'mapping.unknown',
    hint: expect.stringMatching(/--kind .*--map "COLUMN=field"/s) as unknown,
  });
});

test('a required field without a column is an error that names it', async () => {
  await expect(meaning('order_id,total\n1,2\n', { kind: 'orders' })).rejects.toMatchObject({
    code: 'mapping.missing-field',
    message: expect.stringContaining('ordered_at') as unknown,
  });
});

test.each([
  ['an unknown column', { kind: 'customers', map: { nope: 'email' } }, /no column "nope"/],
  ['an unknown field', { kind: 'customers', map: { a: 'order_id' } }, /no field "order_id"/],
  ['an unknown preset', { preset: 'magento' }, /no preset "magento"/],
] as const)('%s is an error that lists what there is', async (_name, said, message) => {
  await expect(meaning('a,b\n1,2\n', said)).rejects.toThrow(message);
});

test('customers without anything that tells them apart are each their own', async () => {
  const found = await meaning(`age,job,marital\n${rows(20, (n) => `${20 + (n % 5)},baker,single`)}\n`);
  expect([found.kind, found.options.customerIdFrom]).toEqual(['customers', ['#row']]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { day, defaultWorkspace, instant } from '../../core/index.ts';
import { checkText } from '../../language/index.ts';
import { readVocabulary, refreshFeatures } from '../../profiles/index.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { folders } from './folders.ts';
import { fromSurvey, instantiateLibrary } from './instantiate.ts';
import { lapseDays, roundLimitDown } from './limits.ts';
import { rfm } from './rfm.ts';
import { takeSurvey } from './take-survey.ts';
import { quoted } from './template.ts';

const workspace = { ...defaultWorkspace, zone: 'UTC' };
/** 1 July 2026. */
const moment = instant(Date.UTC(2026, 6, 1) * 1000);
const naughty = `R&B "best" \\ 'of'; drop table orders; --\t\u202Eא`;

const columns = ['country', 'city', 'gender', 'interests', 'company', 'Favourite drink', 'age', 'birthday', 'accepts_email', 'language', 'email'] as const;
const types: Readonly<Record<string, string>> = { interests: 'list', age: 'number', birthday: 'date', accepts_email: 'boolean' };
const sqlTypes: Readonly<Record<string, ReturnType<typeof sql>>> = {
  list: sql`VARCHAR[]`,
  number: sql`DOUBLE`,
  date: sql`DATE`,
  boolean: sql`BOOLEAN`,
  text: sql`VARCHAR`,
};

/** 200 customers, 160 of whom ordered 1 to 8 times, 20 days apart. */
async function shop(filled: boolean): Promise<Warehouse> {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  await warehouse.run(sql`insert into profiles select range::INTEGER, 1, ${timestamp(moment)} from range(1, 201)`);
  await warehouse.run(sql`insert into attributes select profile from profiles`);
  await warehouse.run(
    sql`insert into orders by name select 1 as batch, 'shop' as source, p || '-' || n as order_id, p::INTEGER as profile, ${timestamp(moment)} - to_days((n * 20 + p % 90)::INTEGER) - interval 10 hours as ordered_at,
          false as is_return, true as counts, 10 + p % 50 as total from range(1, 161) a(p), range(0, 8) b(n) where n <= p % 8`,
  );
  if (filled) await fill(warehouse);
  await refreshFeatures(warehouse, { asOf: moment, workspace, table: 'features', temporary: false });
  return warehouse;
}

async function fill(warehouse: Warehouse): Promise<void> {
  for (const [index, name] of columns.entries()) {
    const type = types[name] ?? 'text';
    const column = `t${index}`;
    await warehouse.run(sql`alter table attributes add column ${ident(column)} ${sqlTypes[type] ?? sql`VARCHAR`}`);
    await warehouse.run(sql`insert into trait_columns values (${name}, ${name.toLowerCase()}, ${column}, ${type}, 200, ['shop'])`);
  }
  const odd = sql`case when profile % 3 = 0 then ${naughty} when profile % 3 = 1 then 'GB' else 'DE' end`;
  await warehouse.run(
    sql`update attributes set t0 = ${odd}, t1 = ${odd}, t2 = ${odd}, t3 = [${naughty}, 'tea'], t4 = case when profile % 4 = 0 then 'Acme' end, t5 = ${odd}, t6 = 18 + profile % 60, t7 = date '1980-07-05', t8 = profile % 2 = 0, t9 = case when profile % 4 = 0 then 'en' else 'de' end, t10 = 'x@example.com'`,
  );
  await warehouse.run(
    sql`insert into events by name select 1 as batch, 'web' as source, profile, unnest(['Product Viewed', 'Product Added', 'Checkout Started', 'Email Delivered', 'Email Opened']) as name, ${timestamp(instant(moment - 5 * day))} as occurred_at from profiles where profile % 2 = 0`,
  );
  await warehouse.run(
    sql`insert into feedback by name select 1 as batch, 'form' as source, 's' || profile as record_id, profile, 'survey' as kind, ${timestamp(instant(moment - 9 * day))} as occurred_at,
          json_object('most wanted', ${odd})::VARCHAR as properties from profiles where profile <= 90`,
  );
  await warehouse.run(
    sql`insert into items by name select batch, source, order_id, 1 as line, profile, ordered_at, is_return, counts, case when profile % 2 = 0 then ${naughty} else 'Tea' end as category, total from orders`,
  );
}

async function library(filled: boolean) {
  const warehouse = await shop(filled);
  const vocabulary = await readVocabulary(warehouse, { workspace, segments: new Map() });
  return { vocabulary, ready: await instantiateLibrary(warehouse, vocabulary, moment) };
}

test('every text parses, checks and is canonical, whatever the values hold', async () => {
  const warehouse = await shop(true);
  const vocabulary = await readVocabulary(warehouse, { workspace, segments: new Map() });
  const survey = await takeSurvey(warehouse, vocabulary, moment);
  const drafts = folders.flatMap(({ templates }) => templates.flatMap(({ make }) => make(survey)));
  expect(drafts.length).toBeGreaterThan(40);
  const refused = drafts.flatMap(({ text }) => {
    const checked = checkText(text, vocabulary);
    return checked.ok ? [] : [`${text}: ${JSON.stringify(checked.error)}`];
  });
  expect(refused).toEqual([]);
  for (const { text } of fromSurvey(survey, vocabulary)) {
    const checked = checkText(text, vocabulary);
    expect(checked.ok && checked.value.text).toBe(text);
  }
});

test('a shop with everything has every kind, at most 60, each under its own slug', async () => {
  const { ready } = await library(true);
  const kinds = new Set(ready.map(({ folder }) => folder));
  expect(kinds).toEqual(new Set(folders.map(({ folder }) => folder).filter((folder) => folder !== 'Lifecycle')));
  expect(ready.length).toBeLessThanOrEqual(60);
  expect(new Set(ready.map(({ slug }) => slug)).size).toBe(ready.length);
});

test('a shop with orders alone has segments of orders alone', async () => {
  const { ready } = await library(false);
  expect(new Set(ready.map(({ folder }) => folder))).toEqual(new Set(['Value', 'RFM', 'Behavioural']));
  expect(ready.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['high-value', 'one-time-buyers', 'lapsed-regulars', 'frequent-buyers']));
  expect(ready.some(({ text }) => text.includes('country') || text.includes('Email'))).toBe(false);
});

test('a group of the RFM map that a stage of the lifecycle is named like says which it is, and keeps its slug', async () => {
  const warehouse = await shop(false);
  const vocabulary = await readVocabulary(warehouse, { workspace, segments: new Map() });
  const survey = await takeSurvey(warehouse, vocabulary, moment);
  const groups = survey.traits.get('rfm.segment');
  const [first, second] = groups?.values ?? [];
  if (groups === undefined || first === undefined || second === undefined) throw new Error('the shop has no RFM groups');
  const stages = { ...groups, name: 'lifecycle', values: [{ value: first.value.toLowerCase(), customers: 20 }] };
  const drafts = rfm.flatMap(({ make }) => make({ ...survey, traits: new Map([...survey.traits, ['lifecycle', stages]]) }));
  expect(drafts.slice(0, 2)).toMatchObject([
    { name: `${first.value} (RFM)`, slug: first.value },
    { name: second.value, slug: second.value },
  ]);
});

test('events by the names that a shop uses: those of Google Analytics 4, and of a log that says nothing else of orders', async () => {
  const warehouse = await shop(false);
  const renamed = async (names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    await warehouse.run(sql`delete from events`);
    for (const name of names)
      await warehouse.run(sql`
        insert into events by name select 1 as batch, 'web' as source, profile, ${name} as name, ${timestamp(instant(moment - 5 * day))} as occurred_at from profiles where profile % 2 = 0`);
    const vocabulary = await readVocabulary(warehouse, { workspace, segments: new Map() });
    return new Map((await instantiateLibrary(warehouse, vocabulary, moment)).map(({ slug, text }) => [slug, text]));
  };
  const analytics = await renamed(['page_view', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase']);
  expect(analytics.get('left-something-in-the-cart')).toBe('count("add_to_cart" in last 14 days) >= 1 and count(orders in last 14 days) = 0');
  expect(analytics.get('journey-decision')).toBe('"begin_checkout" then not "purchase" within 1 day in last 14 days');

  // The standard's own name goes first, and who has bought is told by the events where there are no orders.
  await warehouse.run(sql`delete from orders`);
  await refreshFeatures(warehouse, { asOf: moment, workspace, table: 'features', temporary: false });
  const log = await renamed(['Product Viewed', 'item-view', 'Add to basket', 'Order placed']);
  expect(log.get('browsing-not-buying')).toBe('count("Product Viewed" in last 30 days) >= 3 and count("Order placed" in last 30 days) = 0');
  expect(log.get('left-something-in-the-cart')).toBe('count("Add to basket" in last 14 days) >= 1 and count("Order placed" in last 14 days) = 0');
});

test('limits follow the shop', async () => {
  const { ready } = await library(false);
  // Everybody who comes back does so after 20 days, so nine in ten wait 20 days; 30 is the least.
  expect(ready.find(({ slug }) => slug === 'lapsed-regulars')?.text).toBe('orders >= 3 and days since last order > 30');
  expect([1847, 43.7, 0.4, 99.6, 499].map(roundLimitDown)).toEqual([1800, 43, 1, 99, 490]);
  const habits = {
    repeaters: 30,
    paying: 30,
    highTier: 0.2,
    mediumTier: 0.3,
    risingStars: 0,
    usualGap: 40,
    manyOrders: 3,
    highOrderValue: 9,
    highOrders: 0.2,
    couponUsers: 0,
    returners: 0,
    channels: [],
    weekdays: [],
    hours: [],
  };
  expect([undefined, 61, 900].map((longGap) => lapseDays({ ...habits, longGap }))).toEqual([90, 70, 365]);
});

test('a tier is called by as many as are in it: where many spent the same, they share the better one', async () => {
  const notes = async (totals: string): Promise<readonly (string | undefined)[]> => {
    const warehouse = await shop(false);
    await warehouse.run(sql`update orders set total = case when ${totals} = 'differ' then profile else 10 end`);
    await warehouse.run(sql`delete from orders where ${totals} = 'alike' and not order_id like '%-0'`);
    await refreshFeatures(warehouse, { asOf: moment, workspace, table: 'features', temporary: false });
    const vocabulary = await readVocabulary(warehouse, { workspace, segments: new Map() });
    const ready = await instantiateLibrary(warehouse, vocabulary, moment);
    return ['high-value', 'medium-value', 'low-value'].map((slug) => ready.find((one) => one.slug === slug)?.note.split('. ')[0]);
  };
  expect(await notes('differ')).toEqual(['The fifth that spent most', 'The next three in ten', 'The half that spent least']);
  // One order of 10 each: nobody spent more than anybody.
  expect(await notes('alike')).toEqual([
    'Nearly everybody: those who spent the same share the better tier',
    'Hardly anybody: those who spent the same share the better tier',
    'Hardly anybody: those who spent the same share the better tier',
  ]);
});

test('quoting survives any text', async () => {
  const { vocabulary } = await library(true);
  for (const text of [naughty, '\u0000\u0008\f\n', '\\b', '"', '“”', '🜁'.slice(0, 1)]) {
    const checked = checkText(`country = ${quoted(text)}`, vocabulary);
    expect(checked.ok && checked.value.tree).toMatchObject({ kind: 'compare', values: [text.toWellFormed()] });
  }
});

test('the manual has every template and the data it needs', () => {
  const manual = readFileSync(new URL('../../../docs/library.md', import.meta.url), 'utf8');
  for (const { folder, templates } of folders) {
    expect(manual).toContain(`## ${folder}`);
    for (const { id, needs } of templates) expect(manual).toContain(`| ${id} | ${needs} |`);
  }
});

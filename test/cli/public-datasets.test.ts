import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dataset } from '../datasets.ts';
import { folderFor, json, run } from './run.ts';
import { errorShape, explainShape, importShape, listShape, previewShape, profileShape } from './shapes.ts';

// Every public dataset through the whole road, by the very command that the manual gives for it. The numbers were counted in the files themselves by
// a program of another language; what they are of stands beside them where the file does not say.
const folder = folderFor('public-datasets');
afterAll(folder.done);

type Case = {
  readonly title: string;
  /** Counted in the file: records, and of orders their lines. */
  readonly counts: Readonly<Record<string, number>>;
  /** A group asked for by text, and how many belong to it. */
  readonly asked?: readonly [text: string, members: number];
  /** Ready segments by slug, and how many belong to them. */
  readonly ready?: Readonly<Record<string, number>>;
  /** Ready segments that would make no sense here. */
  readonly none?: readonly string[];
};

const cases: readonly Case[] = [
  { title: 'CDNOW, master', counts: { orders: 69_659, profiles_created: 23_570 }, asked: ['orders >= 3', 7583] },
  { title: 'CDNOW, sample', counts: { orders: 6919, profiles_created: 2357 }, asked: ['total_spent > 500', 76] },
  { title: 'CDNOW, summary', counts: { created: 2357, profiles_created: 2357 } },
  {
    title: 'Telco churn',
    counts: { profiles_created: 7043 },
    asked: ['contract = "Month-to-month" and churn = "Yes"', 1655],
    ready: { 'gender-female': 3488, 'churn-yes': 1869 },
  },
  { title: 'Bank marketing', counts: { profiles_created: 45_211 }, asked: ['age >= 60 and balance > 1000', 911], ready: { 'deposit-yes': 5289 } },
  { title: 'Online shoppers', counts: { profiles_created: 12_330 }, asked: ['revenue = true and weekend = true', 499] },
  { title: 'Hillstrom', counts: { profiles_created: 64_000 }, asked: ['channel = "Web" and spend > 0', 263] },
  // 415 lines of a quantity of 0 and one whose basket a spreadsheet rounded stay out.
  {
    title: 'Complete Journey',
    counts: { rows: 75_000, rejected: 416, orders: 47_034, items: 74_584, profiles_created: 1572 },
    asked: ['sum(items.total where category = "SOFT DRINKS") > 50', 12],
  },
  // 534 customers with two lines of milk, 459 with milk in two orders. Nothing has a price, so nobody is worth more than another.
  {
    title: 'Groceries, by member',
    counts: { rows: 38_765, orders: 14_963, items: 38_765, profiles_created: 3898 },
    asked: ['distinct(items.order_id where product = "whole milk") >= 2', 459],
    none: ['high-value', 'medium-value', 'low-value'],
  },
  // 9,835 baskets of 43,367 items: Hahsler et al., arules (2006).
  { title: 'Groceries, baskets', counts: { rows: 43_367, orders: 9835, items: 43_367, unattributed_orders: 9835, profiles_created: 0 } },
  { title: 'Clickstream', counts: { created: 31_106, profiles_created: 600 }, asked: ['count("purchase") >= 3', 31] },
  { title: "Women's clothing", counts: { created: 23_486, profiles_created: 0 } },
  { title: 'Labelled sentences', counts: { created: 1000, profiles_created: 0 } },
  { title: 'Mall customers', counts: { profiles_created: 200 }, asked: ['spending_score > 80 and age < 35', 21], ready: { 'gender-female': 112 } },
  { title: 'Customer personality', counts: { profiles_created: 2240 }, asked: ['mnt_wines > 500 and kidhome = 0', 521] },
  {
    title: 'Adult',
    counts: { profiles_created: 32_561 },
    asked: ['hours_per_week > 50 and gender = "Female"', 563],
    ready: { 'outside-united-states': 2808, 'gender-female': 10_771 },
    none: ['unnamed'],
  },
  { title: 'German credit', counts: { profiles_created: 1000 }, asked: ['class = 2 and age < 25', 61] },
];

const manual = readFileSync(new URL('../../docs/sources.md', import.meta.url), 'utf8');

/** The words of the manual's command for a dataset after `clientele`, with paths of files that are here; undefined where one is not. */
function commandOf(title: string): readonly string[] | undefined {
  const command = manual
    .split('\n')
    .find((line) => line.startsWith(`| ${title} |`))
    ?.match(/`clientele ([^`]+)`/)?.[1];
  if (command === undefined) throw new Error(`docs/sources.md has no command for ${title}`);
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const paths = words.map((word) => (/^[a-z-]+\/\S+\.\w+$/.test(word) ? dataset(dirname(word), word.slice(dirname(word).length + 1)) : word));
  return paths.every((path) => path !== undefined) ? paths : undefined;
}

describe('a public dataset by the command of the manual', () => {
  test.each(cases)('$title', { timeout: 300_000 }, async ({ title, counts, asked, ready, none }) => {
    const words = commandOf(title);
    if (words === undefined) return;
    const data = ['--data', join(folder.path, title.replaceAll(/\W+/g, '-')), '--as-of', 'latest'];
    const imported = await run([...words, ...data, '--json']);
    expect([imported.code, imported.stderr.match(/^.*\b(undefined|NaN)\b.*$/m)]).toEqual([0, null]);
    // Several files: one answer each, the last of orders.
    const said: unknown = JSON.parse(imported.stdout);
    expect(importShape.parse(Array.isArray(said) ? said.at(-1) : said)).toMatchObject(counts);

    const segments = await json(listShape, ['segments', 'list', ...data]);
    expect(segments.filter(({ status }) => status !== 'ok')).toEqual([]);
    const sizes = new Map(segments.map(({ slug, members }) => [slug, members]));
    for (const [slug, members] of Object.entries(ready ?? {})) expect([slug, sizes.get(slug)]).toEqual([slug, members]);
    for (const slug of none ?? []) expect(sizes.has(slug)).toBe(false);
    if (asked === undefined) return;

    const found = await json(previewShape, ['preview', asked[0], ...data]);
    expect(found.members).toBe(asked[1]);
    const [one] = found.sample;
    if (one === undefined) throw new Error('a group of people has none to show');
    const why = await json(explainShape, ['explain', asked[0], `#${one}`, ...data]);
    expect([why.member, why.conditions.map(({ holds }) => holds)]).toEqual([true, found.clauses.map(() => true)]);
    expect(await json(profileShape, ['profile', `#${one}`, ...data])).toMatchObject({ profile: one });
  });

  test('a table about nobody says so', { timeout: 60_000 }, async () => {
    const file = dataset('timeseries', 'monthly-airline-passengers.csv');
    if (file === undefined) return;
    const { code, stdout } = await run(['import', file, '--data', join(folder.path, 'passengers'), '--json']);
    expect([code, errorShape.parse(JSON.parse(stdout)).error.message]).toEqual([1, expect.stringContaining('what its columns mean could not be told')]);
  });
});

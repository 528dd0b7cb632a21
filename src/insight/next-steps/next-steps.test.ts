import { expect, test } from 'vitest';
import { ident, sql, timestamp } from '../../sql/index.ts';
import { insightContext } from '../base/context.ts';
import { smallMoment, type SmallOrder, smallShop, smallWorkspace } from '../small-shop.ts';
import { nextSteps } from './next-steps.ts';

// Ten buyers of one order of 10 each, and customer 1 with 1,200 in three orders over two years, quiet for 100 days: more than the usual 90.
const orders: readonly SmallOrder[] = [
  { profile: 1, daysAgo: 830, total: 400 },
  { profile: 1, daysAgo: 800, total: 400 },
  { profile: 1, daysAgo: 100, total: 400 },
  ...Array.from({ length: 10 }, (_, index): SmallOrder => ({ profile: 2 + index, daysAgo: index === 0 ? 30 : 5, total: 10 })),
];

test('money by the rule: a tenth of what the best spent a year, and one in ten of those at their second-order day', async () => {
  const found = await nextSteps(insightContext(await smallShop(11, orders), smallWorkspace, smallMoment), 'understand');
  const steps = Object.fromEntries(found.steps.map((step) => [step.kind, step]));
  // 1,200 over 730 days, that is two years: 600 a year, of which one in ten comes back.
  expect(steps['best_gone_quiet']).toMatchObject({ people: 1, money_per_year: 60, title: '1 of your best customers has gone quiet' });
  expect(steps['best_gone_quiet']?.why).toBe('They are among the fifth that spent most, and ordered last 100 days ago.');
  // The only second order came after 30 days, at 400; customer 2 is 30 days from the first.
  expect(steps['second_order_due']).toMatchObject({
    people: 1,
    money_per_year: 40,
    expression: 'orders_count = 1 and days since last order >= 30 and days since last order <= 30',
  });
  // 415 days between two orders at the median: the next one is not due yet.
  expect(steps['slipping_regulars']).toBeUndefined();
  expect(found.sentence).toBe('1 of your best customers has gone quiet.');
});

test('of the best who have gone quiet it is told when they ordered last, not within which limits one looks', async () => {
  // Two of twelve are the fifth that spent most: 100 and 131 days ago, of the 91 to 455 that are looked at.
  const another = [700, 131].map((daysAgo): SmallOrder => ({ profile: 12, daysAgo, total: 450 }));
  const found = await nextSteps(insightContext(await smallShop(12, [...orders, ...another]), smallWorkspace, smallMoment), 'understand');
  const step = found.steps.find(({ kind }) => kind === 'best_gone_quiet');
  expect(step).toMatchObject({ people: 2, why: 'They are among the fifth that spent most, and ordered last 100 to 131 days ago.' });
});

test('with a value model that acts, the money is what it expects to lose, not what was once spent', async () => {
  const warehouse = await smallShop(11, orders);
  await warehouse.run(sql`alter table features add column predicted_at_stake DOUBLE`);
  await warehouse.run(sql`update features set predicted_at_stake = 12.5 where profile = 1`);
  const found = await nextSteps(insightContext(warehouse, smallWorkspace, smallMoment), 'understand');
  const step = found.steps.find(({ kind }) => kind === 'best_gone_quiet');
  expect(step).toMatchObject({ people: 1, money_per_year: 12.5 });
  expect(step?.reckoning).toContain('can still be saved');
});

test('what came back long ago is worth nothing now, and a step worth nothing is not proposed', async () => {
  const kinds = async (returned: number) => {
    const sentBack = [400, -200, -150].map((total, index): SmallOrder => ({ profile: 12, daysAgo: index === 0 ? 600 : returned, total }));
    const found = await nextSteps(insightContext(await smallShop(12, [...orders, ...sentBack]), smallWorkspace, smallMoment), 'understand');
    return found.steps.map(({ kind, money_per_year }) => [kind, money_per_year]);
  };
  // Half of the 350 that came back within the year.
  expect(await kinds(90)).toContainEqual(['many_returns', 175]);
  const long = await kinds(500);
  expect(long.map(([kind]) => kind)).not.toContain('many_returns');
  expect(long.filter(([, money]) => money === 0)).toEqual([]);
});

test('where nothing is suggested it is said why: no orders, orders that ended long ago, or nothing due', async () => {
  const said = async (daysAgo: readonly number[]): Promise<string> =>
    (
      await nextSteps(
        insightContext(
          await smallShop(
            3,
            daysAgo.map((ago): SmallOrder => ({ profile: null, daysAgo: ago, total: 10 })),
          ),
          smallWorkspace,
          smallMoment,
        ),
        'understand',
      )
    ).sentence;
  expect(await said([])).toBe('There is nothing to suggest yet: import orders first.');
  expect(await said([3, 40])).toBe('There is nothing to suggest now.');
  expect(await said([800, 900])).toBe('There is nothing to suggest: the newest order is of 22 April 2024, and what was due then is long past.');
});

test('in a shop of members it is told who may leave, not whose charge is late, and nothing of who has ended it', async () => {
  const warehouse = await smallShop(11, orders);
  const started = sql`${timestamp(smallMoment)} - interval 900 days`;
  await warehouse.run(sql`insert into events by name select range as profile, 'Membership Started' as name, ${started} as occurred_at from range(1, 12)`);
  await warehouse.run(
    sql`insert into events by name select 11 as profile, 'Membership Cancelled' as name, ${timestamp(smallMoment)} - interval 60 days as occurred_at`,
  );
  // Customers 1, 2 and 11 came often and not for 20 days, 3 came yesterday, 4 has not come for 80 days, 5 came seldom.
  const visits = [
    [1, 9, 20],
    [2, 8, 20],
    [11, 9, 20],
    [3, 9, 1],
    [4, 9, 80],
    [5, 7, 20],
  ] as const;
  for (const [profile, often, away] of visits)
    await warehouse.run(
      sql`update features set visits_90d = ${often}::INTEGER, last_visit_at = ${timestamp(smallMoment)} - to_days(${away}::INTEGER) where profile = ${profile}::INTEGER`,
    );
  const steps = async () => (await nextSteps(insightContext(warehouse, smallWorkspace, smallMoment), 'understand')).steps;
  const before = await steps();
  // A tenth of the 600 a year of customer 1 and of the 10 of customer 2.
  expect(before.find(({ kind }) => kind === 'members_leaving')).toMatchObject({
    title: '2 members have not been seen for two weeks',
    people: 2,
    money_per_year: 61,
    expression: expect.stringMatching(/ and not \(?"Membership Cancelled" then not "Membership Started"\)?$/),
  });
  for (const kind of ['best_gone_quiet', 'slipping_regulars', 'second_order_due', 'no_second_order'])
    expect(before.map((step) => step.kind)).not.toContain(kind);
  // Of four who are asked about the mean is .2: twice that is .4.
  for (const [column, values] of [
    ['predicted_churn_probability', [0.6, 0.05, 0.1, 0.05]],
    ['predicted_at_stake', [300, 1, 2, 1]],
  ] as const) {
    await warehouse.run(sql`alter table features add column ${ident(column)} DOUBLE`);
    for (const [place, value] of values.entries())
      await warehouse.run(sql`update features set ${ident(column)} = ${value}::DOUBLE where profile = ${place + 1}::INTEGER`);
  }
  expect((await steps()).find(({ kind }) => kind === 'members_leaving')).toMatchObject({
    title: '1 member is likely to leave',
    people: 1,
    money_per_year: 300,
    expression: expect.stringContaining('predicted.churn_probability >= 0.4'),
  });
});

import { expect, test } from 'vitest';
import { sampleVocabulary } from '../../test/sample-vocabulary.ts';
import { checkText, clauses, describe, describeCondition } from './index.ts';

const sentences: readonly (readonly [text: string, sentence: string])[] = [
  ['country = "GB" and orders >= 3', 'Customers whose country is the United Kingdom, and who ordered at least 3 times.'],
  [
    'count(orders in last 90 days) >= 3 and sum(orders.total in last 12 months) > 500',
    'Customers who ordered at least 3 times in the last 90 days, and whose orders in the last 12 months add up to more than £500 in total.',
  ],
  ['days since last order > 60 and lifecycle != "new"', 'Customers whose last order is more than 60 days ago, and whose lifecycle is known and is not new.'],
  [
    'count(orders where total >= 50 and channel = "web" in last 6 months) between 2 and 5',
    'Customers who placed between 2 and 5 orders in the last 6 months where the total is at least £50 and the channel is web.',
  ],
  [
    'count("Product Viewed" where category = "Shoes" in last 30 days) >= 2 and count(orders in last 30 days) = 0',
    'Customers who did “Product Viewed” at least 2 times in the last 30 days where the category is Shoes, and who did not order in the last 30 days.',
  ],
  ['distinct(items.order_id where product = "whole milk") >= 2', 'Customers who placed at least 2 orders with order lines where the product is whole milk.'],
  ['distinct(items.category) >= 3', 'Customers whose order lines have at least 3 different values of category.'],
  [
    'email ends with "@example.com" or tags contains any of ("vip", "wholesale")',
    'Customers whose e-mail ends with “@example.com”, or who have vip or wholesale among their tags.',
  ],
  ['city is unknown', 'Customers whose city is not known.'],
  ['age between 25 and 34', 'Customers whose age is between 25 and 34.'],
  ['birthday in next 14 days', 'Customers whose birthday is in the next 14 days.'],
  ['within 5 km of (53.80, -1.55)', 'Customers who live within 5 km of 53.8, -1.55.'],
  [
    '"Product Added" then "Checkout Started" within 2 days then not "Order Completed" within 1 day in last 14 days',
    'Customers who did “Product Added” in the last 14 days, then “Checkout Started” within 2 days, then no “Order Completed” within 1 day.',
  ],
  [
    'rfm.segment in ("Champions", "Loyal") and not in segment "Wholesale buyers"',
    'Customers whose RFM group is Champions or Loyal, and who are not in Wholesale buyers.',
  ],
  [
    'predicted.churn_probability > 0.7 and predicted.value_12m > 200',
    'Customers whose churn probability is more than 0.7, and whose predicted value over 12 months is more than £200.',
  ],
  ['can receive email for marketing', 'Customers who can receive e-mail for marketing.'],
  [
    'count("Email Opened" in last 90 days) = 0 and count("Email Delivered" in last 90 days) >= 5',
    'Customers who did no “Email Opened” in the last 90 days, and who did “Email Delivered” at least 5 times in the last 90 days.',
  ],
  [
    'any of (country = "US", country = "CA") and none of (in segment "Staff", email contains "+test")',
    'Customers (whose country is the United States, or whose country is Canada), and (who are neither among those who are in Staff, nor among those whose e-mail contains “+test”).',
  ],
  ['not country = "GB"', 'Customers whose country is not the United Kingdom (or is unknown).'],
  ['not (orders >= 3 or age > 5)', 'Customers who are not among those (who ordered at least 3 times, or whose age is more than 5).'],
  ['country not in ("GB", "FR")', 'Customers whose country is known and is not the United Kingdom or France.'],
  ['tags contains none of ("vip", "wholesale")', 'Customers whose tags are known, with no vip or wholesale among them.'],
  ['total_spent > 1234.5', 'Customers whose total spent is more than £1,234.50.'],
  ['orders = 1', 'Customers who ordered exactly once.'],
  ['orders != 2', 'Customers who ordered any number of times but 2.'],
  ['count(orders) >= 1', 'Customers who have ordered.'],
  ['orders = 0', 'Customers who have never ordered.'],
  ['returns = 0', 'Customers who returned nothing.'],
  ['accepts_email = true', 'Customers whose “accepts e-mail marketing” is yes.'],
  ['signup_date before 2026-01-31', 'Customers whose “signed up” date is before 31 January 2026.'],
  ['renewal_date this month', 'Customers whose renewal date is this month.'],
  ['avg(orders.total) != 5', 'Customers whose orders average anything but £5 in total, if they have any.'],
  ['days since last order = 1', 'Customers whose last order is 1 whole day ago.'],
  [
    'days since first "Product Viewed" where (category = "Gifts") between 7 and 14',
    'Customers whose first “Product Viewed” where the category is Gifts is between 7 and 14 days ago.',
  ],
  ['count(reviews where rating <= 2) >= 1', 'Customers who wrote at least one review where the rating is at most 2.'],
  [
    'orders then not returns where (status = "damaged" or total > 5) within 1 day',
    'Customers who placed an order, then no return within 1 day where the status is damaged or the total is more than £5.',
  ],
  ['not city is known', 'Customers whose city is not known.'],
  ['not in segment "staff"', 'Customers who are not in Staff.'],
  [
    'country = "US" and (age > 5 or city is known or (age > 1 and age < 2))',
    'Customers whose country is the United States, and (whose age is more than 5, or whose city is known, or (whose age is more than 1, and whose age is less than 2)).',
  ],
  ['count("Email Opened") = 1', 'Customers who did “Email Opened” exactly once.'],
  ['random 10% seed "spring"', 'Customers who fall into a fixed random 10% called “spring”.'],
  ['not within 3 miles of (51.5, -0.1)', 'Customers who are not known to live within 3 miles of 51.5, -0.1.'],
  [
    'count(orders between 2026-01-01 and 2026-03-31T12:00Z) >= 2',
    'Customers who ordered at least 2 times between 1 January 2026 and 31 March 2026 at 12:00 UTC.',
  ],
  [
    'count(orders where not channel = "web" and coupon is unknown) > 2',
    'Customers who placed more than 2 orders where the channel is not web (or is unknown) and the coupon is unknown.',
  ],
  [
    'count(items where none of (category = "Gifts", price < 5)) > 2',
    'Customers who bought more than 2 order lines where it is neither so that the category is Gifts nor that the unit price is less than £5.',
  ],
  [
    'orders >= 3 and days since last order > 60 and not in segment "Wholesale buyers"',
    'Customers who ordered at least 3 times, and whose last order is more than 60 days ago, and who are not in Wholesale buyers.',
  ],
];

test.each(sentences)('%s', (text, sentence) => {
  const checked = checkText(text, sampleVocabulary);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  expect(describe(checked.value.tree, sampleVocabulary)).toBe(sentence);
});

test.each([
  ['senior_citizen = 1', 'Customers whose “senior citizen” is yes.'],
  ['senior_citizen > 0', 'Customers whose “senior citizen” is yes.'],
  ['senior_citizen >= 0.5', 'Customers whose “senior citizen” is yes.'],
  ['senior_citizen = 0', 'Customers whose “senior citizen” is no.'],
  ['senior_citizen < 1', 'Customers whose “senior citizen” is no.'],
  ['not senior_citizen <= 0', 'Customers whose “senior citizen” is not no (or is unknown).'],
  ['senior_citizen >= 0', 'Customers whose senior citizen is at least 0.'],
  ['senior_citizen = 2', 'Customers whose senior citizen is 2.'],
  ['senior_citizen is known', 'Customers whose senior citizen is known.'],
] as const)('a number that is 0 or 1 in every row is told as yes or no: %s', (text, sentence) => {
  const word = { name: 'senior_citizen', label: 'senior citizen', type: 'number', table: 'attributes', column: 't9', yesNo: true } as const;
  const vocabulary = { ...sampleVocabulary, attributes: new Map([...sampleVocabulary.attributes, [word.name, word]]) };
  const checked = checkText(text, vocabulary);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  expect(describe(checked.value.tree, vocabulary)).toBe(sentence);
});

test('the top-level conditions stand for themselves', () => {
  const checked = checkText('country = "GB" and (orders >= 3 or age > 5) and not in segment "staff"', sampleVocabulary);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const parts = clauses(checked.value.tree);
  expect(parts.map(({ path, text }) => [path, text])).toEqual([
    [[0], 'country = "GB"'],
    [[1], 'orders >= 3 or age > 5'],
    [[2], 'not in segment "staff"'],
  ]);
  expect(parts.map(({ tree }) => describeCondition(tree, sampleVocabulary))).toEqual([
    'whose country is the United Kingdom',
    'who ordered at least 3 times, or whose age is more than 5',
    'who are not in Staff',
  ]);
});

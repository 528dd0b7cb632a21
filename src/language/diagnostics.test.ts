import { expect, test } from 'vitest';
import { sampleVocabulary } from '../../test/sample-vocabulary.ts';
import { checkText } from './index.ts';

type Row = readonly [text: string, code: string, at: readonly [offset: number, length: number, line: number, column: number], message: string, hint: string];

const errors: readonly Row[] = [
  ['', 'syntax.empty', [0, 0, 1, 1], 'There is no condition.', 'Write one: orders >= 3.'],
  [
    'country',
    'syntax.unexpected',
    [7, 0, 1, 8],
    'The definition ends where `=`, `!=`, `>`, `between`, `in`, `contains` or `is known` was expected.',
    'After a name comes an operator: country = "GB", orders >= 3, city is known, email contains "@".',
  ],
  [
    'country =',
    'syntax.unexpected',
    [9, 0, 1, 10],
    'The definition ends where a value was expected.',
    'Write a text in double quotes, a number, a date such as 2026-01-31, true or false.',
  ],
  ['country between GB', 'syntax.unquoted', [16, 2, 1, 17], '`GB` is not a value.', 'Put text in double quotes: "GB".'],
  ['country = GB', 'syntax.unquoted', [10, 2, 1, 11], '`GB` is not a value.', 'Put text in double quotes: "GB".'],
  ['country = "GB', 'syntax.quote', [10, 1, 1, 11], 'This text is opened with a quote and never closed.', 'Put a " after its last letter.'],
  ['country = "a\\q"', 'syntax.quote', [12, 2, 1, 13], 'This escape does not exist.', 'Write \\\\ for a backslash and \\" for a quote inside a text.'],
  ['orders > £500', 'syntax.number', [9, 4, 1, 10], 'Amounts are written without a currency sign.', 'Write 500: money is in the currency of the workspace.'],
  ['orders > 5,000', 'syntax.number', [9, 5, 1, 10], 'Numbers are written without thousands commas.', 'Write 5000.'],
  [
    'total_spent > 1.000,50',
    'syntax.number',
    [14, 8, 1, 15],
    'Numbers are written with a decimal point, and without signs between thousands.',
    'Write 1000.50.',
  ],
  ['total_spent > 12,5', 'syntax.number', [14, 4, 1, 15], 'Numbers are written with a decimal point, and without signs between thousands.', 'Write 12.5.'],
  ['discount share > 5%', 'syntax.number', [17, 2, 1, 18], 'Values are written without a percent sign.', 'Shares go from 0 to 1: write 0.05.'],
  [
    'total_spent > 500 EUR',
    'syntax.number',
    [14, 7, 1, 15],
    'Amounts are written without a currency.',
    'Write 500: money is in the currency of the workspace.',
  ],
  ['orders > 3 && age > 5', 'syntax.character', [11, 1, 1, 12], 'The character & means nothing here.', 'Write `and`.'],
  ['orders > 3 age > 5', 'syntax.unexpected', [11, 3, 1, 12], 'Expected `and`, `or` or the end, not `age`.', 'Join conditions with `and` or `or`.'],
  [
    '(orders > 3',
    'syntax.unexpected',
    [11, 0, 1, 12],
    'The definition ends where `)` was expected.',
    'Close the parenthesis, or join the conditions with and / or.',
  ],
  [
    'last order > 90 days',
    'syntax.unexpected',
    [16, 4, 1, 17],
    'Expected `and`, `or` or the end, not `days`.',
    'How long ago something was is `days since last order > 90`; a stretch of time is `in last 90 days`.',
  ],
  ['orders > 3)', 'syntax.unexpected', [10, 1, 1, 11], 'Expected `and`, `or` or the end, not `)`.', 'Join conditions with `and` or `or`.'],
  ['country in "GB"', 'syntax.unexpected', [11, 4, 1, 12], 'Expected `(`, not the text "GB".', 'Write the values in parentheses: in ("first", "second").'],
  [
    'birthday in 14 days',
    'syntax.unexpected',
    [12, 2, 1, 13],
    'Expected `(`, not the number 14.',
    'Write `in last 14 days` or `in next 14 days` for a time, in (14) for values.',
  ],
  [
    'birthday is knwon',
    'syntax.unexpected',
    [12, 5, 1, 13],
    'Expected `known`, `unknown` or a value in quotes, not `knwon`.',
    'Write `is known`, `is unknown`, or the value in quotes: is "knwon".',
  ],
  [
    'count(pageviews) > 1',
    'syntax.unquoted',
    [6, 9, 1, 7],
    '`pageviews` is no kind of fact.',
    'Names of events go in double quotes: "pageviews". Otherwise: orders, items, returns, reviews, tickets, surveys.',
  ],
  [
    'count() > 1',
    'syntax.unexpected',
    [6, 1, 1, 7],
    'Expected `orders`, `items`, `returns`, `reviews`, `tickets`, `surveys` or the name of an event in quotes, not `)`.',
    'Say what is counted: count(orders), count("Product Viewed").',
  ],
  ['sum(orders) > 5', 'syntax.unexpected', [10, 1, 1, 11], 'Expected a field, not `)`.', 'Say of what: sum(orders.total).'],
  [
    'count(orders.total) > 5',
    'syntax.unexpected',
    [12, 6, 1, 13],
    'count counts facts, not a field.',
    'Write count(orders), or distinct(orders.total) for the number of different values.',
  ],
  [
    'orders.total > 5',
    'syntax.unexpected',
    [0, 7, 1, 1],
    'A customer has many orders: say how their values are put together.',
    'Write sum(orders.…), avg, min, max or distinct.',
  ],
  [
    'count(orders, 5) > 1',
    'syntax.unexpected',
    [12, 1, 1, 13],
    'Expected `where`, a window such as `in last 90 days` or `)`, not `,`.',
    'Close the parenthesis after what is counted.',
  ],
  [
    'count(orders in last month) > 1',
    'syntax.unexpected',
    [13, 13, 1, 14],
    '`in last month` could be two things.',
    'Write `last month` for the whole month before this one, or `in last 1 month` for the time up to now.',
  ],
  [
    'orders in last 2 quarters > 1',
    'syntax.unexpected',
    [17, 8, 1, 18],
    'Expected `minutes`, `hours`, `days`, `weeks`, `months` or `years`, not `quarters`.',
    'Write 6 months.',
  ],
  ['orders', 'syntax.unexpected', [0, 6, 1, 1], 'Say how many.', 'Write orders >= 1.'],
  [
    'count(orders) in next 5 days',
    'operator.type',
    [0, 13, 1, 1],
    'Facts lie in the past.',
    'Write `in last 30 days`; `in next` is for dates of the customer, such as a birthday.',
  ],
  [
    'count(orders) is known',
    'operator.type',
    [0, 22, 1, 1],
    'Only a trait or a feature can be known or unknown.',
    'Counts and sums over nothing are 0: write count(…) = 0 or count(…) >= 1.',
  ],
  [
    'email does not contain "x"',
    'syntax.unexpected',
    [6, 4, 1, 7],
    'There is no operator `does not`.',
    'Write `not email contains "…"`, or `contains none of ("…")` for a list.',
  ],
  [
    '"Product Viewed" where value > 3 and page = "x" then "Order Completed"',
    'syntax.unexpected',
    [33, 3, 1, 34],
    'Expected `then`, a window such as `in last 90 days` or an operator such as >=, not `and`.',
    'Several conditions on the same fact stand in parentheses here: where (… and …).',
  ],
  [
    'signup_date between 2026-01-01',
    'syntax.unexpected',
    [30, 0, 1, 31],
    'The definition ends where `and` was expected.',
    'A window of dates is written: between 2026-01-01 and 2026-03-31.',
  ],
  [
    'signup_date before last week',
    'syntax.unexpected',
    [19, 4, 1, 20],
    'Expected a date, not `last`.',
    'Write the date as 2026-01-31, or with a clock time as 2026-01-31T09:30.',
  ],
  ['within 5 of (1, 2)', 'syntax.unexpected', [9, 2, 1, 10], 'Expected `km` or `miles`, not `of`.', 'Write: within 5 km of (53.80, -1.55).'],
  ['random 10', 'syntax.unexpected', [9, 0, 1, 10], 'The definition ends where `%` was expected.', 'Write: random 10% seed "spring test".'],
  ['can receive email', 'syntax.unexpected', [17, 0, 1, 18], 'The definition ends where `for` was expected.', 'Say what for: can receive email for marketing.'],
  [
    'in segment',
    'syntax.unexpected',
    [10, 0, 1, 11],
    'The definition ends where the name of a segment was expected.',
    'Write the name of the segment in double quotes: in segment "Wholesale buyers".',
  ],
  ['any of country = "GB"', 'syntax.unexpected', [7, 7, 1, 8], 'Expected `(`, not `country`.', 'Write the conditions in parentheses: any of (…, …).'],
  ['orders between 5', 'syntax.unexpected', [16, 0, 1, 17], 'The definition ends where `and` was expected.', 'Both bounds are needed: between 2 and 5.'],
  [
    'days since order > 5',
    'syntax.unexpected',
    [11, 5, 1, 12],
    'Expected `last` or `first`, not `order`.',
    'Write `days since last order` or `days since first "Product Viewed"`.',
  ],
  ['@x = 5', 'syntax.character', [0, 1, 1, 1], 'The character @ means nothing here.', 'Leave it out, or put text in double quotes.'],
  ['age > 1e400', 'syntax.number', [6, 5, 1, 7], 'The number 1e400 is too large.', 'Write a smaller number.'],
  ['contry = "GB"', 'name.unknown', [0, 6, 1, 1], 'No trait or feature is called `contry`.', 'Did you mean country?'],
  ['average ordr value > 4', 'name.unknown', [0, 18, 1, 1], 'No trait or feature is called `average_ordr_value`.', 'Did you mean average_order_value?'],
  [
    'predicted.will_fly > 0.5',
    'name.unknown',
    [0, 18, 1, 1],
    'No trait or feature is called `predicted.will_fly`.',
    'No model that acts says it. `clientele predict models` lists what was trained, `clientele predict approve MODEL` lets it act.',
  ],
  [
    'signed_up_at on 2026-02-30',
    'date.invalid',
    [13, 13, 1, 14],
    'The calendar has no 2026-02-30.',
    'Write a date as 2026-01-31, or with a clock time as 2026-01-31T09:30.',
  ],
  [
    'signed_up_at between 2026-03-01 and 2026-01-01',
    'range.reversed',
    [13, 33, 1, 14],
    '2026-03-01 is after 2026-01-01.',
    'Write between 2026-01-01 and 2026-03-01.',
  ],
  ['orders between 5 and 2', 'range.reversed', [15, 1, 1, 16], '5 is more than 2.', 'Write between 2 and 5.'],
  ['count(orders in last -5 days) > 1', 'window.amount', [13, 15, 1, 14], 'A length of -5 days is no time at all.', 'Write a number above 0: 30 days.'],
  ['signup_date in last 1.5 months', 'window.amount', [12, 18, 1, 13], 'Calendar months are counted whole.', 'Write 45 days.'],
  [
    'orders in last 200 years > 1',
    'window.amount',
    [7, 17, 1, 8],
    '200 years is more than a hundred years.',
    'Leave the window out to look at all of history.',
  ],
  [
    'age contains "5"',
    'operator.type',
    [4, 8, 1, 5],
    '`contains` does not fit age, which is a number.',
    'Numbers are compared with =, !=, <, <=, >, >=, between, in: age >= 5.',
  ],
  ['age > "5"', 'value.type', [6, 3, 1, 7], '"5" is a text; age is a number.', 'Write it without quotes: 5.'],
  ['postcode = 1234', 'value.type', [11, 4, 1, 12], '1234 is a number; postcode is a text.', 'Write it in quotes: "1234".'],
  [
    'country < "GB"',
    'operator.type',
    [8, 1, 1, 9],
    '`<` compares numbers and dates, and country is a text.',
    'Compare texts with =, in, contains, starts with or ends with.',
  ],
  [
    'accepts_email > true',
    'operator.type',
    [14, 1, 1, 15],
    '`>` does not fit accepts_email, which is true or false.',
    'Write accepts_email = true or accepts_email = false.',
  ],
  ['accepts_email = "yes"', 'value.type', [16, 5, 1, 17], '"yes" is a text; accepts_email is true or false.', 'Write true or false, without quotes.'],
  ['tags = "vip"', 'operator.type', [5, 1, 1, 6], '`=` does not fit tags, which is a list.', 'Write tags contains "vip".'],
  ['tags in ("vip", "x")', 'operator.type', [5, 2, 1, 6], '`in` does not fit tags, which is a list.', 'Write tags contains any of ("vip", "x").'],
  [
    'tags starts with "v"',
    'operator.type',
    [5, 11, 1, 6],
    '`starts with` does not fit tags, which is a list.',
    'Lists are asked with contains, contains any of, contains all of, contains none of: tags contains "…".',
  ],
  [
    'country contains any of ("G", "U")',
    'operator.type',
    [8, 15, 1, 9],
    '`contains any of` does not fit country, which is a text.',
    'Write country contains "G" or country contains "U".',
  ],
  [
    'birthday contains "5"',
    'operator.type',
    [9, 8, 1, 10],
    '`contains` does not fit birthday, which is a date.',
    'Write a window: birthday in last 30 days, birthday before 2026-01-31.',
  ],
  ['birthday = 5', 'value.type', [11, 1, 1, 12], '5 is a number; birthday is a date.', 'Write a date as 2026-01-31.'],
  [
    'city in last 5 days',
    'operator.type',
    [0, 4, 1, 1],
    'city is not a date, so it can not lie `in last 5 days`.',
    'Import city as a date, or use a date such as last_order_at in last 5 days.',
  ],
  ['age in last 5 days', 'operator.type', [0, 3, 1, 1], 'age is not a date, so it can not lie `in last 5 days`.', 'Numbers are compared: age >= 5.'],
  ['within 0 km of (53, -1)', 'place.range', [7, 1, 1, 8], 'A distance of 0 km is none on this earth.', 'Write a distance above 0 and up to 20040 km.'],
  ['within 5 km of (-153, 50)', 'place.range', [16, 4, 1, 17], 'There is no latitude -153.', 'Latitude comes first: (50, -153).'],
  ['random 120%', 'percent.range', [7, 3, 1, 8], '120% is not a part of the customers.', 'Write a percentage from 0 to 100.'],
  ['any of ()', 'group.empty', [0, 9, 1, 1], '`any of ()` has no conditions.', 'Put at least one condition between the parentheses, or leave it out.'],
  [
    'sum(orders.status) > 3',
    'operator.type',
    [11, 6, 1, 12],
    '`sum` needs numbers, and status is none.',
    'Write distinct(orders.status) for how many different ones there are.',
  ],
  [
    '"Wholesale buyers" = true',
    'name.unknown',
    [0, 18, 1, 1],
    'No trait or feature is called `Wholesale buyers`.',
    'It is a segment: write in segment "Wholesale buyers".',
  ],
  [
    '"Product Viewed" in last 3 days',
    'name.unknown',
    [0, 16, 1, 1],
    'No trait or feature is called `Product Viewed`.',
    'It is an event: write count("Product Viewed") >= 1.',
  ],
  ['in segment "Regular"', 'segment.unknown', [11, 9, 1, 12], 'There is no segment "Regular".', 'Did you mean "Regulars" or "regulars"?'],
  [
    'in segment chicken',
    'segment.cycle',
    [11, 7, 1, 12],
    'Segments refer to each other in a circle: Chicken → Egg → Chicken.',
    'Remove one of the `in segment` conditions in that circle.',
  ],
  ['orders >= 3\nand\n  contry = "GB"', 'name.unknown', [18, 6, 3, 3], 'No trait or feature is called `contry`.', 'Did you mean country?'],
];

const warnings: readonly Row[] = [
  [
    'orders >= -3',
    'range.reach',
    [10, 2, 1, 11],
    'orders is never below 0; with -3 this tells nobody from anybody.',
    'Write a number that some have and others have not.',
  ],
  [
    'count(orders in last 30 days) < 0',
    'range.reach',
    [32, 1, 1, 33],
    'count(orders in last 30 days) is never below 0; with 0 this tells nobody from anybody.',
    'Write a number that some have and others have not.',
  ],
  ['country = "UK"', 'value.unknown', [10, 4, 1, 11], 'No customer has the country "UK".', 'Did you mean "US"?'],
  ['count("product viewd") > 1', 'event.unknown', [6, 15, 1, 7], 'No event called "product viewd" has been seen.', 'Did you mean "Product Viewed"?'],
  ['count("Ghost") > 0', 'event.unknown', [6, 7, 1, 7], 'No event called "Ghost" has been seen.', 'It counts as 0 until the first one comes.'],
  [
    'company_size > 5',
    'text.numeric',
    [13, 1, 1, 14],
    'company_size is a text here; customers whose company_size is not a number are left out.',
    'Import it as a number if it is one.',
  ],
  ['count(orders where totl > 5) > 2', 'field.unknown', [19, 4, 1, 20], 'No field `totl` of orders is known.', 'Did you mean total?'],
  [
    'can receive fax for marketing',
    'value.unknown',
    [0, 29, 1, 1],
    'Nothing is known of the channel fax.',
    'Channels are email, sms, phone, post, push, whatsapp, web.',
  ],
  [
    'avg("Product Viewed".colour) > 3',
    'text.numeric',
    [21, 6, 1, 22],
    'colour is a text; those that are not a number are left out.',
    'Write distinct("Product Viewed".colour) for how many different ones there are.',
  ],
];

test.each(errors)('%s is an error that says where and what to write', (text, code, [offset, length, line, column], message, hint) => {
  const checked = checkText(text, sampleVocabulary);
  expect(checked.ok ? undefined : checked.error[0]).toMatchObject({ code, position: { offset, length, line, column }, message, hint, severity: 'error' });
});

test.each(warnings)('%s is a warning and can be saved', (text, code, [offset, length, line, column], message, hint) => {
  const checked = checkText(text, sampleVocabulary);
  expect(checked.ok ? checked.value.warnings : undefined).toMatchObject([
    { code, position: { offset, length, line, column }, message, hint, severity: 'warning' },
  ]);
});

test('a distance needs places, and consent needs someone who gave it', () => {
  const { latitude, ...rest } = Object.fromEntries(sampleVocabulary.attributes);
  expect(latitude?.type).toBe('number');
  const vocabulary = { ...sampleVocabulary, attributes: new Map(Object.entries(rest)) };
  expect(checkText('within 5 km of (53.8, -1.55)', vocabulary)).toMatchObject({
    ok: false,
    error: [{ code: 'name.unknown', message: 'It is not known yet where customers live.' }],
  });
  expect(checkText('can receive sms for marketing', vocabulary)).toMatchObject({
    ok: true,
    value: { warnings: [{ code: 'value.unknown', message: 'No source has said who agreed to receive sms.' }] },
  });
});

test('a trait that no source has brought is told from a misspelt one', () => {
  const vocabulary = {
    ...sampleVocabulary,
    standardWords: new Map([
      ['gender', 'gender'],
      ['birth_year', 'birth year'],
    ]),
  };
  expect(checkText('Birth Year > 1990', vocabulary)).toMatchObject({ ok: false, error: [{ message: 'There is no data for birth year yet.' }] });
});

test('all that is wrong is said at once, in the order of the text', () => {
  const checked = checkText('contry = "GB" and age > "5" and (tags = "vip" or any of ())', sampleVocabulary);
  expect(checked.ok ? [] : checked.error.map(({ code, position }) => [code, position.offset])).toEqual([
    ['name.unknown', 0],
    ['value.type', 24],
    ['operator.type', 38],
    ['group.empty', 49],
  ]);
});

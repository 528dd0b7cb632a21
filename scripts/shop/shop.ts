import { achievableOf } from './achievable.ts';
import { attainableOf } from './attainable.ts';
import { products } from './catalogue.ts';
import { type Club, makeClub } from './club.ts';
import { day, minuteOf } from './clock.ts';
import { csv, pounds } from './csv.ts';
import { customerFile } from './customer-file.ts';
import { emailFile } from './email-file.ts';
import { eventFile } from './event-file.ts';
import { identitiesOf } from './identities.ts';
import { numbered, orderFile } from './order-file.ts';
import { makePerson } from './people.ts';
import { purchasesOf, walkIns } from './purchases.ts';
import { seededRandom } from './random.ts';
import { reviewFile } from './review-file.ts';
import { surveyFile } from './survey-file.ts';
import { truthOf, truthText } from './truth.ts';

export type ShopPlan = {
  /** People and cafés; the customer list has a few more rows, because some stand there twice. */
  readonly customers: number;
  readonly seed: number;
  /** Last day of the shop's three years, `2026-06-30`. */
  readonly end: string;
};

/** The shop's own files as name → contents, and beside them what is really so, as JSON. */
export type Shop = { readonly files: ReadonlyMap<string, string>; readonly truth: string; readonly club: Club };

/** The same plan gives the same bytes on every machine. */
export function makeShop({ customers, seed, end: lastDay }: ShopPlan): Shop {
  const end = minuteOf(lastDay) + day;
  const period = { start: end - 1096 * day, end };
  const people = Array.from({ length: customers }, (_, index) => makePerson(index + 1, seededRandom(seed, `person ${index + 1}`), period));
  const purchases = people.flatMap((person) => purchasesOf(person, seededRandom(seed, `purchases ${person.number}`), end));
  const identities = identitiesOf(people, seededRandom(seed, 'identities'));
  const counter = walkIns(seededRandom(seed, 'walk-ins'), period, Math.round(customers / 15));
  const orders = numbered([...purchases, ...counter], identities, seededRandom(seed, 'order numbers'));

  const customerList = customerFile(identities, seededRandom(seed, 'customer file'));
  const orderList = orderFile(orders, seededRandom(seed, 'order file'));
  const events = eventFile(orders, identities, seededRandom(seed, 'events'), end);
  const emails = emailFile(identities, seededRandom(seed, 'emails'), end);
  const survey = surveyFile(identities, seededRandom(seed, 'survey'), end);
  const reviews = reviewFile(orders, seededRandom(seed, 'reviews'), end);
  const truth = truthOf(identities, orders, end);
  const counted = {
    achievable: achievableOf(people, purchases, end),
    attainable: attainableOf(people, purchases, period),
    rows: {
      'customers.csv': customerList.rows,
      'orders.csv': orderList.rows,
      'products.csv': products.length,
      'events.csv': events.rows,
      'emails.csv': emails.rows,
      'survey.csv': survey.rows,
      'reviews.csv': reviews.rows,
    },
    rejected_lines: { 'customers.csv': [customerList.rejectedLine], 'orders.csv': orderList.rejectedLines },
    repeated_customer_rows: 1,
    anonymous_visitors: events.visitors,
    abandoned_carts: events.abandoned,
    emails: emails.actions,
  };
  return {
    files: new Map([
      ['customers.csv', customerList.text],
      ['orders.csv', orderList.text],
      ['products.csv', productFile()],
      ['events.csv', events.text],
      ['emails.csv', emails.text],
      ['survey.csv', survey.text],
      ['reviews.csv', reviews.text],
    ]),
    truth: truthText({ ...truth, summary: { ...truth.summary, ...counted } }),
    club: makeClub(identities, purchases, seed, end),
  };
}

function productFile(): string {
  const header = ['Product ID', 'Product Name', 'Category', 'Brand', 'Price', 'Cost'];
  return csv(
    header,
    products.map(({ id, name, category, brand, price, cost }) => [id, name, category, brand, pounds(price), pounds(cost)]),
  );
}

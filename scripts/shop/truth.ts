import type { LocalMinute } from './clock.ts';
import { pounds } from './csv.ts';
import type { Identity } from './identities.ts';
import type { NumberedOrder } from './order-file.ts';
import type { Person } from './people.ts';
import { orderTotal } from './purchases.ts';
import { habits } from './types.ts';

/** What is really so, beside the files that only show it: per customer, and in sum. Money in pounds as text, rates in orders per year. */
export type Truth = { readonly summary: Readonly<Record<string, unknown>>; readonly customers: readonly Readonly<Record<string, unknown>>[] };

export function truthOf(identities: readonly Identity[], orders: readonly NumberedOrder[], end: LocalMinute): Truth {
  const counting = orders.filter((order) => order.kind === 'order' && order.status === 'completed');
  const returns = orders.filter((order) => order.kind === 'return');
  const sum = (some: readonly NumberedOrder[]): number => some.reduce((total, order) => total + orderTotal(order), 0);
  const people = identities.filter(({ person, customerId }) => person.id === customerId);
  const ofPerson = Map.groupBy([...counting, ...returns], (order) => order.person);
  return {
    summary: {
      customers: people.length,
      customer_records: identities.length,
      planted_duplicates: identities.length - people.length,
      buyers: people.filter(({ person }) => ofPerson.has(person)).length,
      alive_at_end: people.filter(({ person }) => isAlive(person, end) === true).length,
      orders: counting.length,
      cancelled_orders: orders.filter((order) => order.status === 'cancelled').length,
      returns: returns.length,
      order_lines: orders.reduce((lines, order) => lines + order.lines.length, 0),
      repeated_lines: orders.reduce((repeated, order) => repeated + order.lines.length - new Set(order.lines).size, 0),
      orders_without_customer: counting.filter((order) => order.identity === undefined).length,
      ordered: pounds(sum(counting)),
      returned: pounds(-sum(returns)),
      revenue: pounds(sum(counting) + sum(returns)),
    },
    customers: identities.map(({ person, customerId, flaw }) => {
      if (customerId !== person.id) return { customer_id: customerId, duplicate_of: person.id, how: flaw };
      const own = ofPerson.get(person) ?? [];
      return {
        customer_id: customerId,
        type: person.type,
        alive: isAlive(person, end),
        orders_per_year: person.type === 'browser' || person.type === 'one-time' ? 0 : Number(yearlyRate(person).toFixed(3)),
        favourite_category: person.favourite,
        need: person.need,
        orders: own.filter((order) => order.kind === 'order').length,
        spent: pounds(sum(own)),
        ...(flaw === 'shared address' ? { shares_address: true } : {}),
      };
    }),
  };
}

/** Null for those who never bought. Someone who bought once by nature is gone. */
function isAlive(person: Person, end: LocalMinute): boolean | null {
  if (person.type === 'browser') return null;
  return person.type !== 'one-time' && person.gone >= end;
}

/** Gift buyers come in December (1.125 orders a Christmas), subscribers every two or four weeks, the rest at their own rate. */
function yearlyRate(person: Person): number {
  if (person.type === 'gift buyer') return 0.75 * 1.5;
  if (habits[person.type].steadiness === 0) return 365 / (person.number % 3 === 0 ? 14 : 28);
  return person.rate * 365;
}

/** JSON with one customer per line, so that a change reads well in a diff. */
export function truthText(truth: Truth): string {
  const lines = truth.customers.map((customer) => `    ${JSON.stringify(customer)}`);
  return `{\n  "summary": ${JSON.stringify(truth.summary, null, 2).replaceAll('\n', '\n  ')},\n  "customers": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

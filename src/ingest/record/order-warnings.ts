import { countOf } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import { column, has } from './fields.ts';
import { holdsLines } from './order-rows.ts';

type Facts = { readonly overwritten: number; readonly duplicateLines: number; readonly totalPerLine: boolean };

/** What a person should know about the orders of a batch that were kept all the same. */
export async function orderWarnings(warehouse: Warehouse, checked: Checked, facts: Facts, currency: string): Promise<readonly string[]> {
  const warnings: string[] = [];
  if (facts.duplicateLines > 0)
    warnings.push(`${countOf(facts.duplicateLines, 'line', ['repeats', 'repeat'])} another of the same order exactly; kept, as a till can scan a thing twice.`);
  if (facts.overwritten > 0)
    warnings.push(
      `${countOf(facts.overwritten, 'row', ['carries', 'carry'])} an order id that stands again further down; the last row of each order is taken.`,
    );
  if (facts.totalPerLine)
    warnings.push(`"${checked.fields.get('total')?.header ?? 'total'}" differs between the rows of one order, so it is read as the total of each line.`);
  if (!['total', 'subtotal', 'price', 'line_total'].some((name) => has(checked, name)))
    warnings.push('No column holds an amount, so these orders are worth 0.');
  return [
    ...warnings,
    ...(await unpriced(warehouse, checked, facts)),
    ...(await incomplete(warehouse, checked)),
    ...(await nobody(warehouse, currency)),
    ...(await outliers(warehouse, checked, currency)),
  ];
}

/** What an order came to says what its only product brought, and nothing of several. */
async function unpriced(warehouse: Warehouse, checked: Checked, { totalPerLine }: Facts): Promise<readonly string[]> {
  if (!holdsLines(checked) || totalPerLine || !(has(checked, 'total') || has(checked, 'subtotal'))) return [];
  const found = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_raw_orders where not alike and amount is null`);
  if ((found?.n ?? 0) === 0) return [];
  return [
    `${countOf(found?.n ?? 0, 'order', ['holds', 'hold'])} several products and no price of each: what each product brought is not known. Map the column of the price, or of the line's total.`,
  ];
}

async function incomplete(warehouse: Warehouse, checked: Checked): Promise<readonly string[]> {
  if (!has(checked, 'order_id')) return [];
  const found = await warehouse.row<{ n: number }>(sql`
    select count(*) as n from ingest_raw_orders o semi join (select ${column(checked, 'order_id', 'VARCHAR')} as key from ingest_checked c where c.reject is not null) r on r.key = o.order_id`);
  return (found?.n ?? 0) > 0 ? [`${countOf(found?.n ?? 0, 'order', ['is', 'are'])} incomplete: some rows were rejected.`] : [];
}

async function nobody(warehouse: Warehouse, currency: string): Promise<readonly string[]> {
  const found = await warehouse.row<{ n: number; total: number }>(sql`
    select count(*) as n, sum(net)::DOUBLE as total from ingest_orders where identifier is null and counts and not is_return`);
  if (found === undefined || found.n === 0) return [];
  return [
    `${countOf(found.n, 'order')} worth ${amount(found.total, currency)} ${found.n === 1 ? 'has' : 'have'} no customer number, e-mail or phone: kept as revenue that belongs to nobody.`,
  ];
}

/**
 * Robust outliers: above median + 20 × 1.4826 × MAD (median absolute deviation, Hampel 1974; 1.4826 makes it the standard deviation of a normal).
 * Twenty deviations leave the long tail of real baskets alone and catch a shifted decimal separator. They are kept. Of a few orders nobody can say what is usual.
 */
const fewestToCompare = 50;

async function outliers(warehouse: Warehouse, checked: Checked, currency: string): Promise<readonly string[]> {
  const found = await warehouse.row<{ n: number; limit: number; order_id: string; line: number; most: number }>(sql`
    with sales as (select order_id, line, net from ingest_orders where net > 0), middle as (select median(net) as m from sales),
      spread as (select m, 1.4826 * median(abs(net - m)) as s from sales, middle group by m)
    select count(*) as n, any_value(m + 20 * s)::DOUBLE as "limit", arg_max(order_id, net) as order_id, arg_max(line, net) as line, max(net)::DOUBLE as most
    from sales, spread where s > 0 and net > m + 20 * s and (select count(*) from sales) >= ${fewestToCompare}`);
  if (found === undefined || found.n === 0) return [];
  // An id that we made is in nobody's books.
  const largest = has(checked, 'order_id') ? `order ${found.order_id}` : `the one in line ${found.line}`;
  return [
    `${countOf(found.n, 'order', ['is', 'are'])} unusually large (above ${amount(found.limit, currency)}; ${largest} is worth ${amount(found.most, currency)}): kept, please have a look.`,
  ];
}

/** In the workspace's currency, written as every other figure of a report is. */
const amount = (value: number, currency: string): string => new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(value);

import type { BestCustomer, Person, ReportData, SlippingCustomer } from '../../../contract/index.ts';
import { overdueFrom, overdueTo } from '../../next-steps/slipping.ts';
import { type Html, html } from '../html.ts';
import { behind, name, panel, table } from '../parts.ts';
import { count, counted, share, type Words } from '../words.ts';

const person = (each: Person): Html =>
  html`${name(each.name)}${each.contact !== null && each.contact !== each.name && html`<span class="contact hide-narrow"><br>${name(each.contact)}</span>`}`;

/** The customers to know by name. */
export function best(data: ReportData, words: Words): Html {
  if (data.best.length === 0) return panel('best', 'Best customers', 'Nobody ordered in the last 12 months.');
  const [first] = data.best;
  const revenue = data.best.reduce((sum, each) => sum + each.spentLast12Months, 0);
  const quiet = data.best.filter((each) => each.usualGap !== null && each.daysSince - each.usualGap >= overdueFrom).length;
  const finding = `Your ${count(data.best.length)} best customers spent ${words.money(Math.round(revenue))} in the last 12 months${first === undefined ? '' : `, the first of them ${share(first.spentLast12Months / Math.max(revenue, 1e-9))} of that`}. ${quiet === 0 ? 'None of them is overdue.' : `${counted(quiet, 'of them is', 'of them are')} overdue.`}`;
  return panel(
    'best',
    'Best customers',
    finding,
    table<BestCustomer>(
      'By money spent in the last 12 months',
      [
        { title: 'Customer', cell: person },
        { title: '12 months', cell: (each) => words.money(Math.round(each.spentLast12Months)), numeric: true },
        { title: 'Orders', cell: (each) => count(each.orders), numeric: true },
        { title: 'Days quiet', cell: (each) => count(each.daysSince), numeric: true },
      ],
      data.best,
    ),
    behind(`Net spending: orders less returns. Overdue means ${overdueFrom} days or more beyond their own usual gap between orders.`),
  );
}

/** Regulars who are quiet for longer than they ever usually are. */
export function slipping(data: ReportData, words: Words): Html {
  const { slipping: found } = data;
  if (found.regulars === 0) return panel('slipping', 'Slipping away', 'Nobody has ordered three times yet, so nobody has a rhythm to fall out of.');
  const finding =
    found.customers === 0
      ? `All ${counted(found.regulars, 'regular')} with a rhythm are within it.`
      : `${count(found.customers)} of ${counted(found.regulars, 'regular')} ${found.customers === 1 ? 'is' : 'are'} overdue. While they were buying they spent ${words.money(Math.round(found.perYear))} a year.`;
  return panel(
    'slipping',
    'Slipping away',
    finding,
    found.customers > 0 &&
      table<SlippingCustomer>(
        found.list.length < found.customers ? `The ${found.list.length} with most at stake` : 'Everyone who is overdue',
        [
          { title: 'Customer', cell: person },
          { title: 'A year', cell: (each) => words.money(Math.round(each.perYear)), numeric: true },
          { title: 'Usual gap, days', cell: (each) => count(each.usualGap), numeric: true },
          { title: 'Days quiet', cell: (each) => count(each.daysSince), numeric: true },
        ],
        found.list,
      ),
    behind(
      `A regular has at least three orders. Slipping: by their median gap between orders the next one was due ${overdueFrom} to ${overdueTo} days ago; after that they are gone rather than slipping. A year is what they spent by the years between first and last order, at least one.`,
    ),
  );
}

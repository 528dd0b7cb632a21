import type { ReportData, TimePoint } from '../../../contract/index.ts';
import { customersChart, revenueChart } from '../../charts/over-time.ts';
import { type Html, html } from '../html.ts';
import { behind, key, panel, table } from '../parts.ts';
import { count, periodName, share, type Words } from '../words.ts';

/** Revenue and customers over time. */
export function overTime(data: ReportData, words: Words): Html {
  const { overTime: time } = data;
  if (time.points.length < 2) return panel('time', 'Revenue and customers over time', 'There are orders in fewer than two periods, too few to draw.');
  const numbers = table<TimePoint>(
    `Revenue, orders and customers per ${time.unit}`,
    [
      { title: time.unit === 'week' ? 'Week from' : time.unit === 'month' ? 'Month' : 'Quarter', cell: (point) => periodName(point.starts, time.unit) },
      { title: 'Revenue', cell: (point) => words.money(point.revenue), numeric: true },
      { title: 'of new customers', cell: (point) => words.money(point.newRevenue), numeric: true },
      { title: 'Orders', cell: (point) => count(point.orders), numeric: true },
      { title: 'Customers', cell: (point) => count(point.customers), numeric: true },
      { title: 'New', cell: (point) => count(point.newCustomers), numeric: true },
    ],
    time.points,
  );
  return panel(
    'time',
    'Revenue and customers over time',
    finding(data, words),
    key([
      { name: 'returning customers', colour: 'value5' },
      { name: 'new customers', colour: 'value3' },
    ]),
    revenueChart(time, words),
    html`<h3>Customers who ordered</h3>`,
    customersChart(time),
    behind(
      `Revenue is what orders brought, less returns. A customer is new in the ${time.unit} of their first order; revenue without a known customer counts as returning.${time.lastIsPartial ? ` The last ${time.unit} is not over and drawn paler.` : ''}`,
      numbers,
    ),
  );
}

function finding({ overTime: time }: ReportData, words: Words): string {
  const whole = time.lastIsPartial ? time.points.slice(0, -1) : time.points;
  const best = whole.reduce<TimePoint | undefined>((most, point) => (most === undefined || point.revenue > most.revenue ? point : most), undefined);
  if (best === undefined) return 'The first period is not over yet.';
  const recent = whole.slice(-3);
  const revenue = recent.reduce((sum, point) => sum + point.revenue, 0);
  const fresh = recent.reduce((sum, point) => sum + point.newRevenue, 0);
  const mix = revenue > 0 ? ` In the last ${recent.length} full ${time.unit}s, ${share(fresh / revenue)} of revenue came from new customers.` : '';
  return `The best ${time.unit} was ${periodName(best.starts, time.unit)} with ${words.money(Math.round(best.revenue))}.${mix}`;
}

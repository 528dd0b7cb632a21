import type { ReportData } from '../../../contract/index.ts';
import { concentrationChart } from '../../charts/lorenz.ts';
import type { Html } from '../html.ts';
import { behind, panel, table } from '../parts.ts';
import { counted, share, type Words } from '../words.ts';

/** How much of the revenue hangs on how few customers. */
export function concentration(data: ReportData, words: Words): Html {
  const found = data.concentration;
  if (found === null) return panel('concentration', 'How revenue is spread', 'Too few customers have ordered to say.');
  const half = Math.max(1, Math.round(found.halfFrom * found.customers));
  const points = found.curve.filter((_, index) => index % 10 === 0);
  const numbers = table(
    'Customers from the biggest spender on',
    [
      { title: 'Customers', cell: (point: { customers: number; revenue: number }) => `top ${share(1 - point.customers)}`, numeric: false },
      { title: 'Revenue', cell: (point) => share(1 - point.revenue), numeric: true },
      { title: 'Money', cell: (point) => words.money(Math.round((1 - point.revenue) * found.total)), numeric: true },
    ],
    points.toReversed().slice(1),
  );
  return panel(
    'concentration',
    'How revenue is spread',
    `${counted(half, 'customer')} (${share(found.halfFrom)}) ${half === 1 ? 'brings' : 'bring'} half of the revenue. The top fifth bring ${share(found.top20)}.`,
    concentrationChart(found),
    behind(
      `The Lorenz curve read from the top: net spending of all customers who ordered, sorted. Its Gini coefficient is ${found.gini.toFixed(2)}, where 0 is everyone alike and 1 is one customer spending everything.`,
      numbers,
    ),
  );
}

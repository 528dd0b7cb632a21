import type { ProductLine, Products, ReportData } from '../../../contract/index.ts';
import { barChart } from '../../charts/bars.ts';
import type { Html } from '../html.ts';
import { behind, name, panel, table } from '../parts.ts';
import { count, share, type Words } from '../words.ts';

/** What sells, and what brings people back. */
export function products(data: ReportData, words: Words): readonly Html[] {
  return data.products.filter((each) => each.lines.length > 0).map((each) => one(each, words));
}

function one(found: Products, words: Words): Html {
  const plural = found.kind === 'category' ? 'categories' : 'products';
  const [top] = found.lines;
  const loyal = found.lines.filter((line) => line.customers >= 10).sort((a, b) => b.repeat - a.repeat)[0];
  const first = top === undefined || found.total <= 0 ? '' : `${top.name} brings ${share(top.revenue / found.total)} of the money.`;
  const second =
    loyal === undefined || loyal.repeat === 0 ? '' : ` ${loyal.name} is what people come back for: ${share(loyal.repeat)} of its buyers bought it again.`;
  return panel(
    `products-${found.kind}`,
    found.kind === 'category' ? 'Categories' : 'Products',
    `${first}${second}`,
    barChart(
      `bars-${found.kind}`,
      `Revenue of the largest ${plural}`,
      found.lines
        .slice(0, 8)
        .map((line) => ({ name: line.name, value: line.revenue, label: `${words.shortMoney(line.revenue)} · ${count(line.customers)} buyers` })),
    ),
    behind(
      `Totals of order lines, less refunds and returns${found.distinct > found.lines.length ? `; the ${found.lines.length} largest of ${count(found.distinct)} ${plural}` : ''}. "Again" is the share of buyers with the ${found.kind} in at least two orders.`,
      table<ProductLine>(
        `The largest ${plural}`,
        [
          { title: found.kind === 'category' ? 'Category' : 'Product', cell: (line) => name(line.name) },
          { title: 'Revenue', cell: (line) => words.money(Math.round(line.revenue)), numeric: true },
          { title: 'Orders', cell: (line) => count(line.orders), numeric: true },
          { title: 'Customers', cell: (line) => count(line.customers), numeric: true },
          { title: 'Again', cell: (line) => share(line.repeat), numeric: true },
        ],
        found.lines,
      ),
    ),
  );
}

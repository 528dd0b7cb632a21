import { columnMasker } from '../access/index.ts';
import { csvHeader, csvLine } from './csv.ts';
import { chosenCustomers, type CustomersAsked } from './customers.ts';
import type { App } from './open.ts';

export type CustomersExport = CustomersAsked & {
  /** Guard cells against being run as formulas. */
  readonly safe: boolean;
  readonly write: (text: string) => void;
};

const fixed = ['profile', 'customer_id', 'name', 'email', 'orders', 'total_spent', 'last_order_at', 'rfm_segment', 'lifecycle'] as const;
const atOnce = 5000;

/** Writes a list of customers as CSV, in its order, with the columns it shows. */
export async function exportCustomers(app: App, asked: CustomersExport): Promise<void> {
  const { safe, write, masked, columns = [] } = asked;
  const { ids, page } = await chosenCustomers(app, asked);
  const further = columns.filter((name) => !(fixed as readonly string[]).includes(name));
  const maskers = masked === true ? [...fixed, ...further].map((name) => columnMasker(name)) : undefined;
  write(csvHeader([...fixed, ...further], safe));
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await page(ids.subarray(at, at + atOnce));
    const lines = rows.map((row) => {
      const values = [...fixed.map((name) => row[name]), ...further.map((name) => row.values?.[name])];
      return csvLine(maskers === undefined ? values : values.map((value, index) => maskers[index]?.(value)), safe);
    });
    write(`${lines.join('\n')}\n`);
  }
}

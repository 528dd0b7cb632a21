import { columnMasker } from '../access/index.ts';
import { parseInstant, wallClock } from '../core/index.ts';
import { csvHeader, csvLine } from './csv.ts';
import { chosenCustomers, type CustomersAsked } from './customers.ts';
import type { App } from './open.ts';

export type CustomersExport = CustomersAsked & {
  /** For a spreadsheet; see `MembersRequest`. */
  readonly safe: boolean;
  readonly comma?: boolean | undefined;
  readonly write: (text: string) => void;
};

const fixed = ['profile', 'customer_id', 'name', 'email', 'orders', 'total_spent', 'last_order_at', 'rfm_segment', 'lifecycle'] as const;
const atOnce = 5000;

/** Writes a list of customers as CSV, in its order, with the columns it shows. */
export async function exportCustomers(app: App, asked: CustomersExport): Promise<void> {
  const { safe, comma, write, masked, columns = [] } = asked;
  const { ids, page } = await chosenCustomers(app, asked);
  const further = columns.filter((name) => !(fixed as readonly string[]).includes(name) && name !== 'orders_count');
  const time = safe ? wallClock(app.workspace.zone) : undefined;
  const maskers = masked === true ? [...fixed, ...further].map((name) => columnMasker(name)) : undefined;
  const style = { safe, comma: safe && comma };
  write(csvHeader([...fixed, ...further], style));
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await page(ids.subarray(at, at + atOnce));
    const lines = rows.map((row) => {
      const values = [...fixed.map((name) => row[name]), ...further.map((name) => row.values?.[name])].map((value) =>
        time === undefined ? value : onTheWall(value, time),
      );
      return csvLine(maskers === undefined ? values : values.map((value, index) => maskers[index]?.(value)), style);
    });
    write(`${lines.join('\n')}\n`);
  }
}

/** What an instant is written as, if it is one. */
function onTheWall(value: unknown, time: ReturnType<typeof wallClock>): unknown {
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? parseInstant(value) : undefined;
  return at === undefined ? value : time(at);
}

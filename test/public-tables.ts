import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { categoryColumn, type FeatureTable, type Points } from '../src/stats/index.ts';
import { dataset } from './datasets.ts';

export type LabelledTable = { readonly table: FeatureTable; readonly labels: Uint8Array };

/** IBM's telco customers: who left. Eleven have no total charges yet. */
export const telco = (): LabelledTable | undefined =>
  read('telco-churn', 'Telco-Customer-Churn.csv.gz', ',', {
    label: 'Churn',
    yes: 'Yes',
    leave: ['customerID'],
    numbers: ['tenure', 'MonthlyCharges', 'TotalCharges'],
  });

/** A Portuguese bank's calls: who took a deposit. How long the call lasted is only known afterwards, and left out. */
export const bank = (): LabelledTable | undefined =>
  read('bank-marketing', 'bank-full.csv.gz', ';', {
    label: 'deposit',
    yes: 'yes',
    leave: ['duration'],
    numbers: ['age', 'balance', 'day', 'campaign', 'pdays', 'previous'],
  });

/** A shop's sessions: which ended in a purchase. */
export const shoppers = (): LabelledTable | undefined =>
  read('online-shoppers', 'online_shoppers_intention.csv.gz', ',', {
    label: 'Revenue',
    yes: 'TRUE',
    leave: [],
    numbers: [
      'Administrative',
      'Administrative_Duration',
      'Informational',
      'Informational_Duration',
      'ProductRelated',
      'ProductRelated_Duration',
      'BounceRates',
      'ExitRates',
      'PageValues',
      'SpecialDay',
    ],
  });

/** Income and spending score of a mall's customers, as they are. */
export function mall(): Points | undefined {
  const path = dataset('mall-customers', 'Mall_Customers.csv');
  if (path === undefined) return undefined;
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1);
  return { rows: lines.length, width: 2, values: Float64Array.from(lines.flatMap((line) => line.split(',').slice(3, 5).map(Number))) };
}

type Shape = { readonly label: string; readonly yes: string; readonly leave: readonly string[]; readonly numbers: readonly string[] };

/** These files have neither quotes nor separators inside of values. */
function read(folder: string, file: string, separator: string, shape: Shape): LabelledTable | undefined {
  const path = dataset(folder, file);
  if (path === undefined) return undefined;
  const [header = '', ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/);
  const names = header.split(separator);
  const rows = lines.map((line) => line.split(separator));
  const texts = (name: string): string[] => rows.map((row) => (row[names.indexOf(name)] ?? '').trim());
  const columns = names
    .filter((name) => name !== shape.label && !shape.leave.includes(name))
    .map((name) =>
      shape.numbers.includes(name)
        ? ({ kind: 'number', name, values: Float64Array.from(texts(name), (text) => (text === '' ? Number.NaN : Number(text))) } as const)
        : categoryColumn(name, texts(name)),
    );
  return { table: { rows: rows.length, columns }, labels: Uint8Array.from(texts(shape.label), (text) => (text === shape.yes ? 1 : 0)) };
}

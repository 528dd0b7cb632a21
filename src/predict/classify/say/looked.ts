import type { FeatureTable } from '../../../stats/index.ts';
import type { Reference } from '../reference.ts';
import type { Shop } from '../task.ts';
import type { AskedOf } from './outcome.ts';

/** One customer (a row of the table) as a model looked at them, and whom it learned from. */
export type Looked = {
  readonly table: FeatureTable;
  readonly row: number;
  readonly reference: Reference;
  readonly shop: Pick<Shop, 'vocabulary' | 'feedback'>;
  readonly asked: AskedOf;
};

/** The customer's number in a column: NaN where it is not known, undefined where there is no such column. */
export function numberIn({ columns }: Looked['table'], name: string, row: number): number | undefined {
  const found = columns.find((own) => own.name === name);
  return found?.kind === 'number' ? found.values[row] : undefined;
}

/** The middle of everybody whom the model learned from. */
export function medianOf(column: string, { columns }: Reference): number | null {
  const found = columns.find(({ name }) => name === column);
  return found?.kind === 'number' ? found.median : null;
}

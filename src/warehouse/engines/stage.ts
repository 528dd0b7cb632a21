import { compile, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../warehouse.ts';

/**
 * Rows that were taken out of a table still lie in it, so a table that is filled again and again grows. After so many fillings the engine is asked to let them go, which
 * takes a few milliseconds and leaves every plan as it is; to make the tables anew would have everything planned again.
 */
const tidyAfter = 100;

export type Staging = {
  /** `Warehouse.stage` over a connection. */
  readonly stage: Warehouse['stage'];
  /** Forgets which tables there are, where a transaction was taken back. */
  readonly forget: () => void;
  /** Lets go of rows that were taken out, where there are many. Not within a transaction. */
  readonly tidy: () => Promise<void>;
};

export function stageOver(run: Warehouse['run'], keepsTables: boolean): Staging {
  const staged = new Map<string, string>();
  let fillings = 0;
  return {
    forget: () => staged.clear(),
    tidy: async () => {
      if (fillings < tidyAfter) return;
      fillings = 0;
      await run(sql`checkpoint temp`);
    },
    stage: async (table, query) => {
      const { text, values } = compile(query);
      const key = keepsTables ? JSON.stringify([text, values.map((value) => (Number.isInteger(value) ? 'whole' : typeof value))]) : '';
      if (keepsTables && staged.get(table) === key) {
        fillings += 1;
        await run(sql`delete from temp.main.${ident(table)}`);
        await run(sql`insert into temp.main.${ident(table)} ${query}`);
        return;
      }
      await run(sql`create or replace temp table ${ident(table)} as ${query}`);
      if (keepsTables) staged.set(table, key);
    },
  };
}

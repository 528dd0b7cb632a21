import { compile, type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../warehouse.ts';

/**
 * Rows that were taken out of a table still lie in it, and the engine lets go of them only where no row beside them is left: a table that is filled again and again holds
 * up to 120,000. So after so many all are taken out; that takes a few milliseconds and leaves every plan as it is. To make the tables anew would have everything planned again.
 */
const mostLying = 50_000;

export type Staging = {
  /** `Warehouse.stage` over a connection. */
  readonly stage: Warehouse['stage'];
  /** Forgets which tables there are, where a transaction was taken back. */
  readonly forget: () => void;
  /** `Warehouse.tidy` over a connection. */
  readonly tidy: Warehouse['tidy'];
  /** `Warehouse.letGo` over a connection, of the tables that there are. */
  readonly letGo: (tables: readonly string[]) => Promise<void>;
};

/** `run` answers how many rows a statement changed. */
export function stageOver(run: (statement: Fragment) => Promise<number>, keepsTables: boolean): Staging {
  const staged = new Map<string, string>();
  let lying = 0;
  return {
    forget: () => staged.clear(),
    tidy: async () => {
      if (lying < mostLying) return;
      for (const table of staged.keys()) await run(sql`delete from temp.main.${ident(table)}`);
      await run(sql`checkpoint temp`);
      lying = 0;
    },
    letGo: async (tables) => {
      for (const table of tables) {
        await run(sql`drop table temp.main.${ident(table)}`);
        staged.delete(table);
      }
    },
    stage: async (table, query, view) => {
      const { text, values } = compile(query);
      const key = keepsTables
        ? JSON.stringify([text, view && compile(view.query).text, values.map((value) => (Number.isInteger(value) ? 'whole' : typeof value))])
        : '';
      if (keepsTables && staged.get(table) === key) {
        lying += await run(sql`delete from temp.main.${ident(table)}`);
        await run(sql`insert into temp.main.${ident(table)} ${query}`);
        return;
      }
      await run(sql`create or replace temp table ${ident(table)} as ${query}`);
      if (view !== undefined) await run(sql`create or replace temp view ${ident(view.name)} as ${view.query}`);
      if (keepsTables) staged.set(table, key);
    },
  };
}

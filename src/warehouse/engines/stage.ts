import { compile, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../warehouse.ts';

/**
 * Rows that were taken out of a table still lie in it, so a table that is filled again and again grows: after so many times all are made anew. To make one anew has
 * everything planned again that was kept, which is why it is not done each time.
 */
const freshAfter = 32;

/** `Warehouse.stage` over a connection, and a way to forget which tables there are, where a transaction was taken back. */
export function stageOver(run: Warehouse['run'], keepsTables: boolean): { readonly stage: Warehouse['stage']; readonly forget: () => void } {
  const staged = new Map<string, { readonly key: string; times: number }>();
  return {
    forget: () => staged.clear(),
    stage: async (table, query) => {
      const { text, values } = compile(query);
      const key = keepsTables ? JSON.stringify([text, values.map((value) => (Number.isInteger(value) ? 'whole' : typeof value))]) : '';
      const before = staged.get(table);
      if (before !== undefined && before.times >= freshAfter) staged.clear();
      else if (before?.key === key) {
        before.times += 1;
        await run(sql`delete from temp.main.${ident(table)}`);
        await run(sql`insert into temp.main.${ident(table)} ${query}`);
        return;
      }
      await run(sql`create or replace temp table ${ident(table)} as ${query}`);
      if (keepsTables) staged.set(table, { key, times: 0 });
    },
  };
}

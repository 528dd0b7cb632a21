import { queryMysql } from './mysql.ts';
import { queryPostgresql } from './postgresql.ts';
import type { QueryResult } from './query-result.ts';
import { readDatabaseUrl } from './url.ts';

/** What a query answers first: its columns, and whether there is a row at all. The rest is not fetched. Throws `source.unreachable` and `usage`. */
export async function tryQuery(address: string, query: string): Promise<{ readonly columns: readonly string[]; readonly some: boolean }> {
  const url = readDatabaseUrl(address);
  const run = url.engine === 'postgresql' ? queryPostgresql : queryMysql;
  return run(url, query.trim().replace(/;\s*$/, ''), async ({ columns, portions }: QueryResult) => {
    for await (const portion of portions) return { columns, some: portion.length > 0 };
    return { columns, some: false };
  });
}

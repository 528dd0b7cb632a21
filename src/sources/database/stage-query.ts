import type { Staged } from '../../contract/index.ts';
import { ClienteleError, type Effects } from '../../core/index.ts';
import type { LoadValue, Warehouse } from '../../warehouse/index.ts';
import { headerNames } from '../header-names.ts';
import type { ReadOptions } from '../input.ts';
import { queryMysql } from './mysql.ts';
import { queryPostgresql } from './postgresql.ts';
import type { QueryResult } from './query-result.ts';
import { readDatabaseUrl } from './url.ts';

/** Reads a query's rows from PostgreSQL or MySQL/MariaDB, in portions and as text. `line` is the row's number. */
export async function stageQuery(
  warehouse: Warehouse,
  input: { readonly url: string; readonly query: string },
  options: ReadOptions,
  effects: Pick<Effects, 'progress'>,
): Promise<Staged> {
  const url = readDatabaseUrl(input.url);
  const table = options.table ?? 'staged';
  const query = input.query.trim().replace(/;\s*$/, '');
  const run = url.engine === 'postgresql' ? queryPostgresql : queryMysql;
  const { headers, rows } = await run(url, query, async (result) => {
    const headers = headerNames(result.columns);
    const columns = [{ name: 'line', type: 'BIGINT' } as const, ...headers.map((_, index) => ({ name: `c${index}`, type: 'VARCHAR' }) as const)];
    const rows = await warehouse.load(table, columns, numbered(result.portions, url.shown, effects));
    return { headers, rows };
  });
  if (rows === 0) throw new ClienteleError('file.empty', { file: url.shown });
  return { table, headers, rows, unreadable: [], format: { kind: url.engine }, name: url.shown };
}

async function* numbered(portions: QueryResult['portions'], label: string, effects: Pick<Effects, 'progress'>): AsyncIterable<readonly LoadValue[]> {
  let line = 0;
  for await (const portion of portions) {
    for (const row of portion) yield [(line += 1), ...row];
    effects.progress({ label: `reading ${label}`, done: line });
  }
}

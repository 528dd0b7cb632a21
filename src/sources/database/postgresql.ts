import { databaseError, type DatabaseUrl } from './url.ts';
import type { QueryResult } from './query-result.ts';

const portionRows = 5000;
const booleanType = 16;

/** Runs a query through a cursor in a read-only transaction; values arrive as PostgreSQL writes them, times in UTC. */
export async function queryPostgresql<T>(url: DatabaseUrl, query: string, use: (result: QueryResult) => Promise<T>): Promise<T> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    host: url.host,
    port: url.port,
    user: url.user,
    password: url.password,
    database: url.database,
    connectionTimeoutMillis: 10_000,
    ...(url.encrypted ? { ssl: true } : {}),
    types: { getTypeParser: (type: number) => (type === booleanType ? booleanText : String) },
  });
  client.on('error', () => undefined);
  let reached = false;
  try {
    await client.connect();
    reached = true;
    await client.query("begin transaction read only; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'");
    await client.query(`declare clientele_rows no scroll cursor for ${query}`);
    const fetch = () => client.query<(string | null)[]>({ text: `fetch ${portionRows} from clientele_rows`, rowMode: 'array' });
    const first = await fetch();
    const columns = first.fields.map((field) => field.name);
    async function* portions(): AsyncIterable<readonly (string | null)[][]> {
      for (let portion = first; portion.rows.length > 0; portion = await fetch()) yield portion.rows;
    }
    return await use({ columns, portions: portions() });
  } catch (cause) {
    throw databaseError(url, cause, reached);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const booleanText = (value: string): string => (value === 't' ? 'true' : 'false');

import type { QueryResult } from './query-result.ts';
import { databaseError, type DatabaseUrl } from './url.ts';

const portionRows = 5000;

/** Streams a query's rows in a read-only transaction; every value arrives as text, times in UTC. */
export async function queryMysql<T>(url: DatabaseUrl, query: string, use: (result: QueryResult) => Promise<T>): Promise<T> {
  const mysql = await import('mysql2');
  const connection = mysql.createConnection({
    host: url.host,
    port: url.port,
    user: url.user,
    password: url.password,
    database: url.database,
    connectTimeout: 10_000,
    charset: 'utf8mb4',
    dateStrings: true,
    rowsAsArray: true,
    ...(url.encrypted ? { ssl: {} } : {}),
    typeCast: (field) => field.string(),
  });
  let reached = false;
  connection.on('error', () => undefined);
  const command = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      connection.query(text, (error) => (error === null ? resolve() : reject(error)));
    });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.connect((error) => (error === null ? resolve() : reject(error)));
    });
    reached = true;
    await command("set time_zone = '+00:00'");
    await command('start transaction read only');
    const running = connection.query(query);
    const columns = new Promise<readonly string[]>((resolve, reject) => {
      running.once('fields', (fields: readonly { readonly name: string }[] | undefined) => resolve((fields ?? []).map((field) => field.name)));
      running.once('error', reject);
    });
    const rows = running.stream({ highWaterMark: portionRows });
    rows.on('error', () => undefined);
    return await use({ columns: await columns, portions: inPortions(rows as AsyncIterable<(string | null)[]>) });
  } catch (cause) {
    throw databaseError(url, cause, reached);
  } finally {
    connection.destroy();
  }
}

async function* inPortions(rows: AsyncIterable<(string | null)[]>): AsyncIterable<readonly (string | null)[][]> {
  let portion: (string | null)[][] = [];
  for await (const row of rows) {
    portion.push(row);
    if (portion.length < portionRows) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

import { tmpdir } from 'node:os';
import mysql from 'mysql2/promise';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notRun } from '../../../test/datasets.ts';
import { startMariadb } from '../../../test/servers/mariadb.ts';
import { startPostgresql } from '../../../test/servers/postgresql.ts';
import type { TestServer } from '../../../test/servers/processes.ts';
import { ident, sql } from '../../sql/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { stageSource } from '../stage-source.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
});
afterAll(() => warehouse.close());

async function stageQuery(url: string, query: string) {
  const [staged] = await stageSource(warehouse, { kind: 'query', url, query }, { tempFolder: tmpdir() }, { progress: () => undefined });
  if (staged === undefined) throw new Error('nothing was staged');
  const rows = await warehouse.rows(sql`select * from ${ident(staged.table)} order by line limit 5`);
  return { staged, rows };
}

const engines = [
  {
    name: 'PostgreSQL',
    start: startPostgresql,
    kind: 'postgresql',
    fill: async (url: string) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(`create table buyers (id text, name text, spent numeric(10,2), born date, seen timestamptz, vip boolean, extra jsonb);
        insert into buyers values ('007', 'Zoë', 12.50, '1990-01-31', '2026-01-31 09:30:00+02', true, '{"a": [1]}'), ('008', null, null, null, null, false, null);
        create table many as select n as id, 'name ' || n as name from generate_series(1, 20000) as n`);
      await client.end();
    },
    // 09:30 at +02 is 07:30 in UTC.
    rows: [
      { line: 1, c0: '007', c1: 'Zoë', c2: '12.50', c3: '1990-01-31', c4: '2026-01-31 07:30:00+00', c5: 'true', c6: '[1]' },
      { line: 2, c0: '008', c1: null, c2: null, c3: null, c4: null, c5: 'false', c6: null },
    ],
  },
  {
    name: 'MariaDB',
    start: startMariadb,
    kind: 'mysql',
    fill: async (url: string) => {
      const connection = await mysql.createConnection({ uri: url, multipleStatements: true, timezone: 'Z' });
      await connection.query(`set time_zone = '+02:00';
        create table buyers (id text, name text, spent decimal(10,2), born date, seen timestamp null, vip int, extra json) default charset utf8mb4;
        insert into buyers values ('007', 'Zoë', 12.50, '1990-01-31', '2026-01-31 09:30:00', 1, '{"a": [1]}'), ('008', null, null, null, null, 0, null);
        create table many (id int, name text);
        insert into many select seq, concat('name ', seq) from seq_1_to_20000`);
      await connection.end();
    },
    rows: [
      { line: 1, c0: '007', c1: 'Zoë', c2: '12.50', c3: '1990-01-31', c4: '2026-01-31 07:30:00', c5: '1', c6: '[1]' },
      { line: 2, c0: '008', c1: null, c2: null, c3: null, c4: null, c5: '0', c6: null },
    ],
  },
] as const;

describe.each(engines)('$name', (engine) => {
  let server: TestServer | undefined;
  let missing = '';

  beforeAll(async () => {
    server = await engine.start();
    if (server === undefined) missing = `${engine.name}: its server is not installed here, so queries against it were not tested`;
    else await engine.fill(server.url);
  }, 120_000);
  afterAll(async () => server?.stop());

  /** Runs against the server; where there is none the run's last lines say so. */
  const against = (name: string, run: (url: string) => Promise<void>): void => {
    test(name, async () => {
      if (server !== undefined) return run(server.url);
      notRun(missing);
      expect(missing).not.toBe('');
    });
  };

  against('values arrive as text, times in UTC, without a password in any name', async (url) => {
    const { staged, rows } = await stageQuery(url, 'select * from buyers order by id;');
    expect(staged.headers).toEqual(['id', 'name', 'spent', 'born', 'seen', 'vip', 'extra.a']);
    expect(staged.format.kind).toBe(engine.kind);
    expect(staged.name).not.toContain('s3cret');
    expect(rows).toEqual(engine.rows);
  });

  against('a long result comes in portions, all of it', async (url) => {
    const { staged } = await stageQuery(url, 'select * from many order by id');
    expect(staged.rows).toBe(20_000);
    expect(await warehouse.rows(sql`select count(*) as n, sum(c0::int)::bigint as s, max(line) as m from ${ident(staged.table)}`)).toEqual([
      { n: 20_000, s: 200_010_000, m: 20_000 },
    ]);
  });

  against('a query can not change anything', async (url) => {
    await expect(stageQuery(url, 'delete from many')).rejects.toMatchObject({ code: 'file.unreadable' });
    expect((await stageQuery(url, 'select count(*) as n from many')).rows).toEqual([{ line: 1, c0: '20000' }]);
  });

  against('a mistake in the query is told in the words of the database', async (url) => {
    await expect(stageQuery(url, 'select nothing from nowhere')).rejects.toThrow(/nowhere/);
  });

  against('a result without rows is an error that says so', async (url) => {
    await expect(stageQuery(url, 'select * from many where id < 0')).rejects.toMatchObject({ code: 'file.empty' });
  });
});

import { dirname, join } from 'node:path';
import mysql from 'mysql2/promise';
import { endServer, findProgram, freePort, runAs, serverFolder, startAs, type TestServer, whenReady } from './processes.ts';

const user = 'mysql';

/** A fresh MariaDB on the loopback interface; undefined where it is not installed. */
export async function startMariadb(): Promise<TestServer | undefined> {
  const install = findProgram('mariadb-install-db');
  const server = findProgram('mariadbd');
  if (install === undefined || server === undefined) return undefined;
  const folder = await serverFolder(user);
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const port = await freePort();
  await runAs(user, [
    install,
    '--no-defaults',
    `--datadir=${data}`,
    `--basedir=${dirname(dirname(install))}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const common = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--pid-file=${join(folder, 'pid')}`,
  ];
  const { child, said } = await startAs(user, [
    server,
    ...common,
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=32M',
    '--skip-name-resolve=0',
  ]);
  await whenReady(async () => {
    const connection = await mysql.createConnection({ socketPath: socket, user: 'root' });
    await connection.query('create database if not exists shop');
    await connection.query("create or replace user 'shop'@'%' identified by 's3cret'");
    await connection.query("grant all on shop.* to 'shop'@'%'");
    await connection.end();
  }, said);
  return {
    url: `mysql://shop:s3cret@127.0.0.1:${port}/shop`,
    stop: () => endServer(child, folder),
  };
}

import { join } from 'node:path';
import { Client } from 'pg';
import { endServer, findProgram, freePort, runAs, serverFolder, startAs, type TestServer, versionFolders, whenReady } from './processes.ts';

const user = 'postgres';

/** A fresh PostgreSQL on the loopback interface; undefined where it is not installed. */
export async function startPostgresql(): Promise<TestServer | undefined> {
  const folders = versionFolders('/usr/lib/postgresql');
  const initdb = findProgram('initdb', folders);
  const postgres = findProgram('postgres', folders);
  if (initdb === undefined || postgres === undefined) return undefined;
  const folder = await serverFolder(user);
  const data = join(folder, 'data');
  const port = await freePort();
  await runAs(user, [initdb, '-D', data, '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C']);
  const { child, said } = await startAs(user, [postgres, '-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F']);
  const url = `postgresql://shop:s3cret@127.0.0.1:${port}/postgres`;
  await whenReady(async () => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
  }, said);
  return { url, stop: () => endServer(child, folder, 'SIGINT') };
}

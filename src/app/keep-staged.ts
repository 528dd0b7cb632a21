import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Staged } from '../contract/index.ts';
import { ident, join as joinSql, sql } from '../sql/index.ts';
import type { KeptInput } from './keep-input.ts';
import { syncFile, syncFolder } from './on-disk.ts';
import type { App } from './open.ts';

/** What came over a stream or from a query can not be read again, so the staged rows themselves are kept, as Parquet. */
export async function keepStaged(app: App, staged: Staged, id: string): Promise<KeptInput> {
  const name = `${id}-${staged.stream ?? 'query'}.parquet`.replaceAll(/[^\w.-]+/g, '_');
  const target = join(app.folder.inputs, name);
  const columns = staged.headers.map((header, index) => sql`${ident(`c${index}`)} as ${ident(header)}`);
  const rows = columns.length === 0 ? sql`line` : joinSql(columns);
  await app.warehouse.run(sql`copy (select ${rows} from ${ident(staged.table)} order by line) to ${target} (format parquet)`);
  // The engine leaves it to the system when the file reaches the disk.
  await syncFile(target);
  await syncFolder(app.folder.inputs);
  const hash = createHash('sha256');
  await pipeline(createReadStream(target), hash);
  return { name, sha256: hash.digest('hex') };
}

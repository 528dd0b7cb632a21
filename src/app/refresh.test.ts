import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '../sql/index.ts';
import { setCounter } from '../warehouse/index.ts';
import { realEffects } from './effects.ts';
import { openApp } from './open.ts';
import { refreshAll } from './refresh.ts';

test('nothing of all customers stays in memory once everything is refreshed, time after time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-refresh-'));
  const app = await openApp(
    folder,
    realEffects(() => undefined),
    { create: { timezone: 'UTC' } },
  );
  const { warehouse } = app;
  await warehouse.run(sql`insert into profiles select i, 1, now()::timestamp from range(1, 501) r(i)`);
  await warehouse.run(sql`insert into traits select 1, 'web', null, i, 'country', 'GB', 0, now()::timestamp from range(1, 501) r(i)`);
  await warehouse.run(sql`insert into identifiers select i, 'anonymous_id', 'u' || i, i, 1 from range(1, 501) r(i)`);
  await setCounter(warehouse, 'facts_version', 1);
  for (let time = 0; time < 2; time += 1) {
    expect(await refreshAll(app, undefined)).toMatchObject({ profiles: 500, failed: 0 });
    expect(await warehouse.rows(sql`select table_name from duckdb_tables() where temporary and estimated_size >= 500`)).toEqual([]);
  }
  await app.close();
  rmSync(folder, { recursive: true });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSetting } from '../settings.ts';
import { openControl } from '../sqlite.ts';
import { createControl } from './001-control.ts';

test('a store of the first version gets the tables of people and jobs and keeps what it had', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-control-'));
  const file = join(folder, 'control.sqlite');
  const old = new DatabaseSync(file);
  for (const text of ['create table schema_version (version integer not null)', ...createControl]) old.exec(text);
  old.exec(`insert into schema_version values (1); insert into settings values ('workspace', '{"name":"Tea"}')`);
  old.close();
  for (let time = 0; time < 2; time += 1) {
    const control = await openControl(file);
    expect(await readSetting(control, 'workspace')).toEqual({ name: 'Tea' });
    expect(await control.selectFrom('people').selectAll().execute()).toEqual([]);
    expect(await control.selectFrom('job_revision').selectAll().execute()).toEqual([{ value: 0 }]);
    await control.destroy();
  }
  await rm(folder, { recursive: true });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { noteUse } from './note-use.ts';

test('what SQLite says of a full disk keeps nobody from reading; anything else does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-full-'));
  const database = new DatabaseSync(join(folder, 'full.sqlite'));
  database.exec('create table t (x text); pragma max_page_count = 3');
  const write = async (): Promise<void> => database.exec(`insert into t values ('${'x'.repeat(100_000)}')`);
  await expect(write()).rejects.toMatchObject({ errcode: 13 });
  await expect(noteUse(write)).resolves.toBeUndefined();
  await expect(noteUse(async () => database.exec('insert into none values (1)'))).rejects.toThrow(/no such table/);
  database.close();
  rmSync(folder, { recursive: true });
});

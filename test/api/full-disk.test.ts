import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../test-server.ts';

// The operational store on a disk that is full: SQLite's own bound on its pages stands for it, whose error is the same.
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('empty', { expects: /database or disk is full/ });
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

const folder = (number: number) => server.owner('POST', '/segment-folders', { name: `Folder ${number} ${'x'.repeat(80)}` });

test('on a full disk whoever changes something is answered 503 and when to ask again, whoever reads goes on reading', async () => {
  const { control } = server.service.desk.app;
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(control);
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(control);
  let kept = 0;
  let answer = await folder(kept);
  while (answer.status === 201 && kept < 2000) answer = await folder((kept += 1));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('30');
  expect(answer.body).toMatchObject({ code: 'store.full', title: expect.stringContaining('full') as string });
  // Since the session was noted last time has passed: reading would note it again.
  await sql`pragma max_page_count = 1000000`.execute(control);
  await control
    .updateTable('sessions')
    .set({ seen_at: new Date(Date.now() - 300_000).toISOString() })
    .execute();
  const again = await sql<{ page_count: number }>`pragma page_count`.execute(control);
  await sql`pragma max_page_count = ${sql.lit(again.rows[0]?.page_count ?? 0)}`.execute(control);
  const read = await server.owner('GET', '/segment-folders');
  expect(read.status).toBe(200);
  expect((read.body as { readonly items: readonly unknown[] }).items).toHaveLength(kept);
  await sql`pragma max_page_count = 1000000`.execute(control);
  expect((await folder(kept)).status).toBe(201);
});

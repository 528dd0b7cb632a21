import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NoticeDraft } from '../../contract/index.ts';
import { type App, openApp } from '../open.ts';
import { realEffects } from '../effects.ts';
import { acknowledgeNotice, listNotices, muteSubject, noticesAfter, unmute } from './list.ts';
import { raiseNotice } from './raise.ts';

let app: App;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-notices-'));
  app = await openApp(
    folder,
    realEffects(() => undefined),
    { create: {} },
  );
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const draft = (key: string): NoticeDraft => ({
  key,
  kind: 'source',
  severity: 'warning',
  subject: { type: 'source', id: 'web', name: 'Web shop' },
  title: 'A field changed its type',
  sentence: 'Prices now come as texts.',
  at: '2026-06-30T00:00:00.000Z',
});

test('the same thing is told once, even by two at once; who follows sees it and its acknowledgement', async () => {
  const [one, two] = await Promise.all([raiseNotice(app, draft('a')), raiseNotice(app, draft('a'))]);
  expect([one, two].filter((notice) => notice !== undefined)).toHaveLength(1);
  const told = one ?? two;
  expect(await noticesAfter(app, 0)).toHaveLength(1);
  expect(await listNotices(app, { limit: 10 })).toMatchObject({ total: 1, new: 1, next: null });
  const seen = await acknowledgeNotice(app, told?.id ?? '', 'Olive');
  expect(seen).toMatchObject({ status: 'acknowledged', acknowledged_by: 'Olive' });
  expect((await noticesAfter(app, told?.revision ?? 0)).map(({ status }) => status)).toEqual(['acknowledged']);
  expect(await listNotices(app, { limit: 10, status: 'new' })).toMatchObject({ items: [], new: 0 });
  await expect(acknowledgeNotice(app, 'nobody', 'Olive')).rejects.toMatchObject({ code: 'notice.unknown' });
});

test('nothing is told of what is muted, until the mute is over or taken back', async () => {
  const subject = draft('').subject;
  const over = await muteSubject(app, { subject, kind: null, until: '2020-01-01' }, 'Olive');
  expect(await raiseNotice(app, draft('b'))).toBeDefined();
  const mute = await muteSubject(app, { subject, kind: 'source', until: null }, 'Olive');
  expect(await raiseNotice(app, draft('c'))).toBeUndefined();
  expect(await raiseNotice(app, { ...draft('d'), kind: 'job' })).toBeDefined();
  await unmute(app, mute.id);
  expect(await raiseNotice(app, draft('c'))).toBeDefined();
  await unmute(app, over.id);
});

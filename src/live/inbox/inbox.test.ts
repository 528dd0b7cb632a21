import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JsonObject, Received } from '../../contract/index.ts';
import { instant } from '../../core/index.ts';
import { type InboxOptions, openInbox, type OpenInbox } from './open-inbox.ts';

let folder: string;
let inbox: OpenInbox;
const open = async (options: InboxOptions = {}): Promise<OpenInbox> => (inbox = await openInbox(join(folder, 'inbox.sqlite'), options));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-inbox-'));
});
afterEach(async () => {
  await inbox.close();
  await rm(folder, { recursive: true });
});

const message = (messageId: string, body: JsonObject = { messageId }, source = 'web'): Received => ({
  source,
  messageId,
  receivedAt: instant(1_000_000),
  body,
});

test('what is acknowledged is there after a restart, and the same id of the same source is taken once, however much later', async () => {
  await open();
  expect(await inbox.append([message('a'), message('b'), message('a')])).toEqual({ accepted: 2, duplicates: 1 });
  expect(await inbox.append([message('a', {}, 'till')])).toEqual({ accepted: 1, duplicates: 0 });
  await inbox.close();
  await open();
  expect(await inbox.append([{ ...message('b'), receivedAt: instant(9e15) }])).toEqual({ accepted: 0, duplicates: 1 });
  const all = await inbox.read(0, 10);
  expect(all.map(({ source, messageId }) => [source, messageId])).toEqual([
    ['web', 'a'],
    ['web', 'b'],
    ['till', 'a'],
  ]);
  expect(await inbox.read(all[1]?.seq ?? 0, 10)).toEqual(all.slice(2));
  expect(inbox.last()).toBe(all[2]?.seq);
});

test('appends that come together are committed together, and each is answered for itself', async () => {
  await open();
  const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => inbox.append([message(`m${index % 150}`)])));
  expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(150);
  expect(answers.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(50);
});

test('bodies come back as they were: long ones, deep ones, odd names, half characters', async () => {
  await open();
  const odd = JSON.parse('{"__proto__":{"a":1},"constructor":"x","toString":null}') as JsonObject;
  const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) as JsonObject;
  const bodies = [odd, deep, { text: 'x'.repeat(40_000) }, { half: '\ud83d', zero: '\u0000', emoji: '😀' }];
  await inbox.append(bodies.map((body, index) => message(`b${index}`, body)));
  expect((await inbox.read(0, 10)).map(({ body }) => JSON.stringify(body))).toEqual(bodies.map((body) => JSON.stringify(body)));
});

test('a full disk refuses with 503 and keeps nothing of it; what was acknowledged stays, and with room again it goes on', async () => {
  await open({ mostPages: 40 });
  const acknowledged: string[] = [];
  const send = async (number: number): Promise<unknown> => {
    const ids = [`${number}a`, `${number}b`];
    try {
      await inbox.append(ids.map((id) => message(id, { text: 'x'.repeat(1000) })));
      acknowledged.push(...ids);
      return undefined;
    } catch (error) {
      return error;
    }
  };
  let refused = await send(0);
  for (let number = 1; number < 500; number += 1) refused ??= await send(number);
  expect(refused).toMatchObject({ code: 'live.store-unavailable', status: 503, extra: { retry_after: 2 } });
  expect(acknowledged.length).toBeGreaterThan(10);
  expect((await inbox.read(0, 1000)).map(({ messageId }) => messageId)).toEqual(acknowledged);
  await inbox.close();
  await open();
  expect(await inbox.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(await inbox.append([message('later')])).toEqual({ accepted: 1, duplicates: 0 });
  expect(await inbox.read(0, 1000)).toHaveLength(acknowledged.length + 1);
});

test('more than the road can take is refused with the seconds to wait', async () => {
  await open({ mostBacklog: 3 });
  await inbox.append([message('a'), message('b'), message('c')]);
  await expect(inbox.append([message('d')])).rejects.toMatchObject({ code: 'live.overloaded', status: 429, extra: { retry_after: 30 } });
  inbox.done(3);
  expect(await inbox.append([message('d')])).toEqual({ accepted: 1, duplicates: 0 });
});

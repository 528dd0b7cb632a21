import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../src/app/desk.ts';
import { realEffects } from '../../src/app/effects.ts';
import { openLive, openLiveInbox } from '../../src/app/live/open-live.ts';
import { interpretRecords } from '../../src/app/live/fixtures.ts';
import { openApp } from '../../src/app/open.ts';
import type { JsonObject, Received } from '../../src/contract/index.ts';
import { openInbox, type OpenInbox } from '../../src/live/index.ts';
import { fillLiveShop, messageOf, mostPeople } from './live-shop.ts';
import { type Measurement, measurement } from './measurement.ts';
import type { BenchSettings } from './settings.ts';

const seconds = 5;

let next = 0;
const some = (count: number): readonly Received[] => Array.from({ length: count }, () => messageOf((next += 1)));

/** As many senders as fast as they are answered. Returns messages a second. */
async function asFastAsItGoes(inbox: OpenInbox, senders: number, size: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let sent = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      await inbox.append(some(size));
      sent += size;
    }
  };
  await Promise.all(Array.from({ length: senders }, one));
  return sent / seconds;
}

/** At a steady pace. Returns how long each answer took, sorted. */
async function atPace(inbox: Pick<OpenInbox, 'append'>, perSecond: number, size: number, length: number): Promise<readonly number[]> {
  const took: number[] = [];
  const waits: Promise<unknown>[] = [];
  const began = performance.now();
  for (let sent = 0; sent < perSecond * length; sent += size) {
    const due = began + (sent / perSecond) * 1000;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const at = performance.now();
    waits.push(inbox.append(some(size)).then(() => took.push(performance.now() - at)));
  }
  await Promise.all(waits);
  return took.toSorted((a, b) => a - b);
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** The same messages as JSON lines, each hundred made durable before the next: the least that a promise costs. */
function floor(folder: string): number {
  const file = openSync(join(folder, 'floor.jsonl'), 'w');
  const until = performance.now() + seconds * 1000;
  let sent = 0;
  while (performance.now() < until) {
    writeSync(
      file,
      `${some(100)
        .map((one) => JSON.stringify(one))
        .join('\n')}\n`,
    );
    fdatasyncSync(file);
    sent += 100;
  }
  closeSync(file);
  rmSync(join(folder, 'floor.jsonl'));
  return sent / seconds;
}

/** What the inbox acknowledges, load generator on the machine. */
export async function measureInbox({ folder }: BenchSettings): Promise<readonly Measurement[]> {
  const inbox = await openInbox(join(folder, 'bench-inbox.sqlite'), { mostBacklog: Number.MAX_SAFE_INTEGER });
  const lines = floor(folder);
  const batches = await asFastAsItGoes(inbox, 8, 100);
  const singles = await asFastAsItGoes(inbox, 64, 1);
  const half = await atPace(inbox, Math.min(batches, 16_000) / 2, 100, seconds);
  await inbox.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `bench-inbox.sqlite${end}`), { force: true });
  const baseline = { what: 'JSON lines with fdatasync, one after another', value: lines };
  return [
    measurement({
      name: 'inbox batches',
      what: 'durable messages in batches of 100, eight senders',
      value: batches,
      unit: '/s',
      baseline,
      limits: { atLeast: 8000 },
    }),
    measurement({ name: 'inbox singles', what: 'durable messages one by one, 64 senders', value: singles, unit: '/s', baseline, limits: { atLeast: 1500 } }),
    measurement({
      name: 'inbox p99',
      what: 'acknowledgement at half load, 99%',
      value: quantile(half, 0.99),
      unit: 'ms',
      limits: { atMost: 100 },
      details: { median: quantile(half, 0.5) },
    }),
  ];
}

/** From an event to the published change of a segment: 1,000 events a second, 100 segments, 5 M events before. */
export async function measureMoves({ folder, shrink, seed }: BenchSettings): Promise<readonly Measurement[]> {
  const data = join(folder, 'moves-data');
  rmSync(data, { recursive: true, force: true });
  const people = mostPeople / shrink;
  const app = await openApp(
    data,
    realEffects(() => undefined),
    { create: { timezone: 'UTC' } },
  );
  const desk = await openDesk(app, 2);
  await fillLiveShop(desk, { people, events: 5_000_000 / shrink, segments: 100, seed });
  const live = await openLive(desk, { inbox: await openLiveInbox(app), interpret: interpretRecords });
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const profiles = new Map<number, string>();
  for (let person = 1; person <= people; person += 1) profiles.set(person, `u${person}`);
  live.subscribe((moved) => {
    const now = performance.now();
    for (const { profile } of moved) {
      const at = sentAt.get(profiles.get(profile) ?? '');
      if (at !== undefined) took.push(now - at);
    }
  });
  // The first look ahead in time for everybody is not what is measured.
  await live.settled();
  const append: Pick<OpenInbox, 'append'> = {
    append: (messages) => {
      for (const { body } of messages) sentAt.set(whoOf(body), performance.now());
      return live.append(messages);
    },
  };
  await atPace(append, 1000, 10, 5);
  took.length = 0;
  const began = performance.now();
  await atPace(append, 1000, 10, 20);
  await live.settled();
  const behind = (performance.now() - began) / 1000 - 20;
  await live.stop();
  await desk.close();
  await app.close();
  rmSync(data, { recursive: true, force: true });
  const sorted = took.toSorted((a, b) => a - b);
  const details = { changes: sorted.length, seconds_behind_at_the_end: behind };
  return [
    measurement({
      name: 'event to change, median',
      what: 'event → published change at 1,000 events/s, 100 segments, 5 M events',
      value: quantile(sorted, 0.5),
      unit: 'ms',
      limits: { atMost: 200 },
      details,
    }),
    measurement({ name: 'event to change, 99%', what: 'the same', value: quantile(sorted, 0.99), unit: 'ms', limits: { atMost: 1000 }, details }),
  ];
}

function whoOf(body: JsonObject): string {
  return /"anonymous_id","value":"(u\d+)"/.exec(JSON.stringify(body))?.[1] ?? '';
}

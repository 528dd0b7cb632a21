import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openApp } from '../../src/app/open.ts';
import { realEffects } from '../../src/app/effects.ts';
import { openDesk } from '../../src/app/desk.ts';
import { openLive, openLiveInbox } from '../../src/app/live/open-live.ts';
import { interpretRecords } from '../../src/app/live/fixtures.ts';
import { evaluateAll } from '../../src/app/refresh.ts';
import { createSegmentFrom } from '../../src/app/segment-changes.ts';
import { fromBitmap } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';
import { type Heard, subscribe, tellTheRest } from './heard.ts';

export type KillReport = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged messages that are not there. */
  readonly lost: number;
  /** Messages, events of the warehouse, that are there more than once. */
  readonly duplicates: number;
  /** Events of the inbox without their fact in the warehouse, or the other way round. */
  readonly unrecorded: number;
  /** Customers whose history of entries and exits does not end where an evaluation of everybody says that they are. */
  readonly wrongMembers: number;
  readonly changes: number;
  /** Entries and exits that the subscriber of a webhook heard of. */
  readonly told: number;
  /** Entries and exits that the subscriber of the webhook never heard of, and messages that tell of none, or of one under two ids, or not the same each time. */
  readonly untold: number;
  readonly toldWrong: number;
};

/** Kills a server under load again and again, at a random moment of its work each time; then looks whether all that it acknowledged is there, once. */
export async function killAgainAndAgain(
  folder: string,
  kills: number,
  longestMilliseconds: number,
  killed: (kill: number) => void = () => undefined,
): Promise<KillReport> {
  const heard = await subscribe();
  await prepare(folder, heard);
  const acknowledged = new Set<number>();
  let next = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    next = await killOnce(folder, next, Math.random() * longestMilliseconds, acknowledged);
    killed(kill);
  }
  const found = await inspect(folder, acknowledged, heard);
  await heard.close();
  return { kills, ...found };
}

async function prepare(folder: string, heard: Heard): Promise<void> {
  const app = await openApp(
    folder,
    realEffects(() => undefined),
    { create: { timezone: 'UTC' } },
  );
  const desk = await openDesk(app, 1);
  const live = await openLive(desk, { inbox: await openLiveInbox(app), interpret: interpretRecords });
  await live.append([
    {
      source: 'first',
      messageId: 'first',
      receivedAt: app.effects.now(),
      body: {
        records: [
          {
            kind: 'event',
            identifiers: [{ namespace: 'anonymous_id', value: 'nobody' }],
            name: 'Seen',
            occurredAt: app.effects.now(),
            fields: {},
            properties: {},
          },
          { kind: 'customer', identifiers: [{ namespace: 'anonymous_id', value: 'nobody' }], observedAt: app.effects.now(), traits: { plan: 'p0' } },
        ],
      },
    },
  ]);
  await live.settled();
  await desk.write(async (own) => {
    for (const [name, text] of [
      ['Seen', 'count("Seen") >= 3'],
      ['Odd', 'count("Bought") = 5 or count("Bought") between 20 and 40'],
      ['Gold', 'plan = "p1" and count("Seen") >= 1'],
    ] as const)
      await createSegmentFrom(own, { name, text, folder: undefined, slug: undefined, note: undefined, author: 'test', asOf: undefined });
  });
  await heard.wantedBy(app);
  await live.stop();
  await desk.close();
  await app.close();
}

/** Runs the victim until a while after its first acknowledgement, kills it, and returns the highest number that it may have used. */
async function killOnce(folder: string, first: number, milliseconds: number, acknowledged: Set<number>): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'victim.ts'), folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  let highest = first;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      else {
        acknowledged.add(Number(line));
        highest = Math.max(highest, Number(line));
      }
    }
  });
  await once(child, 'close');
  // Four appends of five may have been on their way. The next victim sends those again: what was stored already is a duplicate to it.
  return highest;
}

async function inspect(folder: string, acknowledged: ReadonlySet<number>, heard: Heard): Promise<Omit<KillReport, 'kills'>> {
  const app = await openApp(
    folder,
    realEffects(() => undefined),
  );
  const desk = await openDesk(app, 1);
  const live = await openLive(desk, { inbox: await openLiveInbox(app), interpret: interpretRecords });
  await live.settled();
  const ids = await live.inbox.all<{ message_id: string; body: string }>("select message_id, body from messages where source = 'web'");
  const stored = new Set(ids.map(({ message_id }) => Number(message_id.slice(1))));
  const lost = [...acknowledged].filter((number) => !stored.has(number)).length;
  const events = ids.filter(({ body }) => body.includes('"kind":"event"')).map(({ message_id }) => Number(message_id.slice(1)));
  const facts = await app.warehouse.rows<{ number: number }>(
    sql`select cast(json_extract(properties, '$.number') as integer) as number from events where source = 'web'`,
  );
  const recorded = new Set(facts.map(({ number }) => number));
  const unrecorded = events.filter((number) => !recorded.has(number)).length + [...recorded].filter((number) => !stored.has(number)).length;
  const told = await tellTheRest(desk, live, heard);
  await live.stop();
  const history = await app.warehouse.rows<{ segment: string; profile: number; entered: boolean }>(
    sql`select segment, profile, arg_max(entered, seq) as entered from membership_changes where seq > 0 group by all`,
  );
  const kept = await members(app.warehouse);
  await evaluateAll(app, { at: app.effects.now(), explicit: false });
  const truth = await members(app.warehouse);
  const wrong = [...truth].flatMap(([segment, set]) => [...symmetric(set, kept.get(segment) ?? new Set())]).length;
  const unlike = history.filter(({ segment, profile, entered }) => truth.has(segment) && truth.get(segment)?.has(profile) !== entered).length;
  await desk.close();
  await app.close();
  return {
    acknowledged: acknowledged.size,
    lost,
    duplicates: ids.length - stored.size + (facts.length - recorded.size),
    unrecorded,
    wrongMembers: wrong + unlike,
    changes: history.length,
    ...told,
  };
}

async function members(warehouse: {
  readonly rows: (query: ReturnType<typeof sql>) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const rows = await warehouse.rows(sql`select segment, bitmap from members where segment in ('seen', 'odd', 'gold')`);
  const found = new Map<string, ReadonlySet<number>>();
  for (const { segment, bitmap } of rows) found.set(String(segment), new Set(bitmap instanceof Uint8Array ? await fromBitmap(bitmap) : []));
  return found;
}

const symmetric = (one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> => one.symmetricDifference(other);
